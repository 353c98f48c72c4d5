import type { Browser, CDPSession, Page } from 'playwright-core'
import { DeckError } from '../../src/model/error.ts'
import type { Face } from './decks.ts'

/** The lines a deck is loaded over. */
export type Line = 'fast' | 'slow'

/** What one load tells, in milliseconds and bytes. */
export interface Load {
  readonly fcp: number
  readonly lcp: number
  readonly ready: number
  readonly blocking: number
  readonly bytes: number
  readonly requests: number
}

/** How long a load may take, in milliseconds. */
const patience = 60_000

/** A page with nothing in its cache, on a line; `use` is given it before anything is loaded. */
export async function visit<T>(
  browser: Browser,
  line: Line,
  use: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    if (line === 'slow') {
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1_600_000 / 8,
        uploadThroughput: 750_000 / 8,
      })
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    }
    return await use(page, session)
  } finally {
    await context.close()
  }
}

/** Hands on what a page says once it calls `benchDone`. */
export async function answerOf<T>(page: Page, ask: () => Promise<unknown>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const answer = new Promise<T>((resolve, reject) => {
    const late = () =>
      reject(
        new DeckError(
          `Trang ${page.url()} không sẵn sàng sau ${patience / 1000} giây.`,
          'Mở trang ấy xem có lỗi gì, hoặc chọn trình duyệt khác bằng CHROME_PATH.',
        ),
      )
    timer = setTimeout(late, patience)
    page.exposeFunction('benchDone', resolve).then(ask).catch(reject)
  })
  return answer.finally(() => clearTimeout(timer))
}

declare global {
  interface Window {
    /** Only on pages that are measured. */
    benchDone(answer: unknown): void
  }
}

/** Runs in the page: waits until the deck is ready and its first title set in its own font. */
function watch({ current, settle }: { current: string; settle: number }): void {
  if (window !== top) return
  const seen = { fcp: 0, lcp: 0, blocking: 0, ready: 0 }
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime
  })
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime
  })
  observe('longtask', ({ duration }) => {
    seen.blocking += duration - 50
  })
  const isReady = () => {
    const title = document.querySelector(current)?.querySelector('h1, h2')
    if (!title?.textContent) return false
    const { fontFamily, fontWeight } = getComputedStyle(title)
    return document.fonts.check(`${fontWeight} 16px ${fontFamily}`, title.textContent)
  }
  const look = () => {
    if (!isReady()) return void requestAnimationFrame(look)
    seen.ready = performance.now()
    setTimeout(() => window.benchDone(seen), settle)
  }
  requestAnimationFrame(look)
}

/** Loads a deck anew and leaves it alone. */
export const load = (browser: Browser, url: string, face: Face, line: Line): Promise<Load> =>
  visit(browser, line, async (page, session) => {
    let bytes = 0
    let requests = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) requests += 1
    })
    const seen = await answerOf<Omit<Load, 'bytes' | 'requests'>>(page, async () => {
      // What is painted after the title, and what still comes down the line, counts too.
      await page.addInitScript(watch, {
        current: face.current,
        settle: line === 'slow' ? 900 : 400,
      })
      await page.goto(url, { waitUntil: 'commit' })
    })
    return { ...seen, bytes, requests }
  })

/** The key that turns a slide; given to the page, which knows nothing of this file. */
export const arrowRight = {
  key: 'ArrowRight',
  code: 'ArrowRight',
  keyCode: 39,
  bubbles: true,
  cancelable: true,
}

/** Runs in the page: presses the arrow key from the first moment on until the deck moves. */
function press({ slides, current, arrow }: Face & { arrow: typeof arrowRight }): void {
  if (window !== top) return
  let pressed = 0
  const timer = setInterval(() => {
    const shown = document.querySelector(current)
    if (shown && shown !== document.querySelector(slides)) {
      clearInterval(timer)
      window.benchDone(pressed)
      return
    }
    pressed = performance.now()
    document.dispatchEvent(new KeyboardEvent('keydown', arrow))
  }, 20)
}

/** Loads a deck anew and returns when the first arrow key moved it, in milliseconds. */
export const firstKey = (browser: Browser, url: string, face: Face, line: Line): Promise<number> =>
  visit(browser, line, (page) =>
    answerOf<number>(page, async () => {
      await page.addInitScript(press, { ...face, arrow: arrowRight })
      await page.goto(url, { waitUntil: 'commit' })
    }),
  )
