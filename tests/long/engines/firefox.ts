import puppeteer from 'puppeteer-core'
import { type Engine, programOf } from './engine.ts'
import { engineOf } from './pages.ts'

/** How long a busy machine may take, in milliseconds. */
const patience = 180_000

/** Firefox, over WebDriver BiDi; what `prefer` sets may name the folder that downloads go to. */
export const firefox = (
  prefer: (downloads: string) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<Engine> =>
  engineOf(async (downloads) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: programOf('firefox-esr', 'firefox-esr'),
      headless: true,
      defaultViewport: { width: 1280, height: 720 },
      timeout: patience,
      protocolTimeout: patience,
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        ...prefer(downloads),
      },
    })
    return {
      newPage: () => browser.newPage(),
      pages: () => browser.pages(),
      close: () => browser.close(),
    }
  })
