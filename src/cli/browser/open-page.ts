import { extname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DeckError } from '../../model/error.ts'
import type { Browser } from './launch.ts'
import { shortOfRoom } from './room.ts'
import { openTab, type Reply, type Tab } from './tab.ts'

const origin = 'http://bao-cao-vien.invalid'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** How long a page may take to load its fonts, in milliseconds. */
const patience = 60_000

/** Reads a file of a site by its path, such as `/index.html`; null if there is none. */
export type ReadFile = (path: string) => Promise<string | Buffer | null>

/**
 * A page, and what it is opened for: a screen as large as a slide is drawn, or paper. Until it is
 * printed, a page for paper is shown for no medium.
 */
interface Opening {
  readonly page: string
  readonly media: 'paper' | 'screen'
}

/**
 * Waits until a page has loaded, with all its fonts: printing waits for none; at most as long as it
 * may take.
 */
async function settle(tab: Tab): Promise<void> {
  // Asks again and again, because with scripts off a page's promises and animation frames may never
  // come.
  for (let waited = 0; waited < patience; waited += 10) {
    const isReady = await tab.run(() => {
      if (document.readyState !== 'complete') return false
      for (const face of document.fonts) if (face.status === 'unloaded') face.load()
      return document.fonts.status === 'loaded'
    })
    if (isReady) return
    await setTimeout(10)
  }
}

/**
 * Opens a page with scripts off, its files read by `read`, does the work and closes the page.
 * Throws a `DeckError` if a file is missing, a font does not load or the browser crashes.
 */
export async function withPage<Result>(
  browser: Browser,
  read: ReadFile,
  { page, media }: Opening,
  work: (tab: Tab) => Promise<Result>,
): Promise<Result> {
  const missing: string[] = []
  let unread: unknown
  let tab: Tab | undefined
  const reply = async (url: string): Promise<Reply | undefined> => {
    const { pathname } = new URL(url)
    try {
      const body = await read(decodeURIComponent(pathname))
      if (body !== null)
        return { body, type: types[extname(pathname)] ?? 'application/octet-stream' }
      missing.push(pathname)
    } catch (error) {
      unread ??= error
    }
    return undefined
  }
  const check = async () => {
    const faces = await tab?.run(() =>
      // Fonts of the machine that stand in for the deck's own (theme/deck/fitted.css) may be missing.
      [...document.fonts]
        .filter(({ family, status }) => status === 'error' && !/fitted/i.test(family))
        .map(({ family }) => family),
    )
    const failed = [...missing, ...(faces ?? [])]
    if (failed.length === 0) return
    throw new DeckError(
      `Thiếu tệp: ${failed.join(', ')}.`,
      'Chạy npm ci rồi chạy lại lệnh; nếu vẫn thiếu, chép lại thư mục assets.',
    )
  }
  try {
    tab = await openTab(browser, media, reply)
    await tab.goTo(`${origin}/${page}`)
    await settle(tab)
    await check()
    const result = await work(tab)
    await check()
    return result
  } catch (cause) {
    if (unread) throw unread
    if (cause instanceof DeckError) throw cause
    throw (
      (await shortOfRoom(cause)) ??
      new DeckError(
        'Trình duyệt dừng giữa chừng.',
        'Chạy lại lệnh; nếu vẫn dừng, đóng bớt chương trình hoặc chọn trình duyệt khác bằng CHROME_PATH.',
        { cause },
      )
    )
  } finally {
    // After a crash of the browser there is nothing to close.
    await tab?.close().catch(() => undefined)
  }
}
