import type { Browser, CDPSession, Page } from 'playwright-core'
import { DeckError } from '../../src/model/error.ts'
import type { Selectors } from './decks.ts'

/** The network connections to load a deck over. */
export type Network = 'fast' | 'slow'

/** The figures of one load: ms, but bytes for `bytes`, and a count for `requests`. */
export interface Load {
  readonly fcp: number
  readonly lcp: number
  readonly ready: number
  readonly blocking: number
  readonly bytes: number
  readonly requests: number
}

/** How long a load may take, in ms. */
const patience = 60_000

/**
 * Opens a page with an empty cache on a network connection, and calls `use` before anything loads.
 */
export async function visit<T>(
  browser: Browser,
  network: Network,
  use: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    if (network === 'slow') {
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

/** Resolves with what the page passes to `benchDone`. */
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
    /** Exists only on pages that are measured. */
    benchDone(answer: unknown): void
  }
}

/** Runs in the page: waits until the deck is ready and its first title is set in its own font. */
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
    // Its own font alone: those that stand in for it need not be there.
    const [own] = fontFamily.split(',')
    return document.fonts.check(`${fontWeight} 16px ${own}`, title.textContent)
  }
  const look = () => {
    if (!isReady()) return void requestAnimationFrame(look)
    seen.ready = performance.now()
    setTimeout(() => window.benchDone(seen), settle)
  }
  requestAnimationFrame(look)
}

/** Loads a deck and does nothing else with it. */
export const load = (
  browser: Browser,
  url: string,
  selectors: Selectors,
  network: Network,
): Promise<Load> =>
  visit(browser, network, async (page, session) => {
    let bytes = 0
    let requests = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) requests += 1
    })
    const seen = await answerOf<Omit<Load, 'bytes' | 'requests'>>(page, async () => {
      // What is painted after the title, and what is still being loaded, counts too.
      await page.addInitScript(watch, {
        current: selectors.current,
        settle: network === 'slow' ? 900 : 400,
      })
      await page.goto(url, { waitUntil: 'commit' })
    })
    return { ...seen, bytes, requests }
  })

/** The key that turns a slide; passed to the page, which cannot see this file. */
export const arrowRight = {
  key: 'ArrowRight',
  code: 'ArrowRight',
  keyCode: 39,
  bubbles: true,
  cancelable: true,
}

/** Runs in the page: presses the arrow key from the first moment on until the slide changes. */
function press({ slides, current, arrow }: Selectors & { arrow: typeof arrowRight }): void {
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

/** Loads a deck and returns when the first arrow key took effect, in ms. */
export const firstKey = (
  browser: Browser,
  url: string,
  selectors: Selectors,
  network: Network,
): Promise<number> =>
  visit(browser, network, (page) =>
    answerOf<number>(page, async () => {
      await page.addInitScript(press, { ...selectors, arrow: arrowRight })
      await page.goto(url, { waitUntil: 'commit' })
    }),
  )
