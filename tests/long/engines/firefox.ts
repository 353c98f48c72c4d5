import puppeteer from 'puppeteer-core'
import { type Engine, programOf } from './engine.ts'
import { engineOf } from './pages.ts'

/** How long a busy machine may take, in milliseconds. */
const patience = 180_000

/** Firefox, over WebDriver BiDi. */
export const firefox = (): Promise<Engine> =>
  engineOf(async (downloads) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: programOf('firefox-esr', 'firefox-esr'),
      headless: true,
      defaultViewport: { width: 1280, height: 720 },
      timeout: patience,
      protocolTimeout: patience,
      extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
    })
    return {
      newPage: () => browser.newPage(),
      pages: () => browser.pages(),
      close: () => browser.close(),
    }
  })
