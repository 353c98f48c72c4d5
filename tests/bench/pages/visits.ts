import { readFile } from 'node:fs/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Figures } from '../results.ts'
import { quantile } from '../statistics.ts'
import type { Contender } from './decks.ts'

/** A deck that is served, and the browser that visits it. */
export interface Visit extends Pick<Contender, 'slides' | 'current'> {
  readonly browser: Browser
  readonly url: string
  readonly network: 'fast' | 'slow'
}

/** How long a load may take, in ms. */
const patience = 60_000

/** What a function that runs in a page is told, and what it calls with its answer. */
type Measure<Asked, T> = (asked: Asked, done: (answer?: T) => void) => void

/** Opens a page with an empty cache, and calls `use` before anything loads. */
async function visit<T>(
  { browser, network }: Visit,
  use: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    if (network === 'slow') {
      const [downloadThroughput, uploadThroughput] = [1_600_000 / 8, 750_000 / 8]
      const line = { offline: false, latency: 150, downloadThroughput, uploadThroughput }
      await session.send('Network.emulateNetworkConditions', line)
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    }
    return await use(page, session)
  } finally {
    await context.close()
  }
}

/** Loads a page in which `measure` runs first; resolves with its answer. */
async function answerOf<Asked, T>(
  page: Page,
  session: CDPSession,
  url: string,
  measure: Measure<Asked, T>,
  asked: Asked,
): Promise<T> {
  const measuring = `(${measure})(${JSON.stringify(asked)}, done); setTimeout(done, ${patience})`
  await page.addInitScript(`window.answer = new Promise((done) => { ${measuring} })`)
  await page.goto(url, { waitUntil: 'commit' })
  // Not by Playwright, which would first run a script of its own while the page loads.
  const asking = { expression: 'answer', awaitPromise: true, returnByValue: true }
  const { result } = await session.send('Runtime.evaluate', asking)
  if (result.value === undefined) throw new Error(`${url} is not ready.`)
  return result.value
}

/** Runs in the page: waits until the deck is ready and its first title is set in its own font. */
const watch: Measure<{ current: string; settle: number }, Figures> = (
  { current, settle },
  done,
) => {
  if (window !== top) return
  const seen = { fcp: 0, lcp: 0, blocked: 0, ready: 0 }
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
    seen.blocked += duration - 50
  })
  const look = () => {
    const title = document.querySelector(current)?.querySelector('h1, h2')
    const { fontFamily, fontWeight } = getComputedStyle(title ?? document.documentElement)
    // Its own font alone: those that stand in for it need not be there.
    const font = `${fontWeight} 16px ${fontFamily.split(',')[0]}`
    if (!title?.textContent || !document.fonts.check(font, title.textContent)) {
      return void requestAnimationFrame(look)
    }
    seen.ready = performance.now()
    setTimeout(done, settle, seen)
  }
  requestAnimationFrame(look)
}

/** Loads a deck and does nothing else with it: times in ms, and what came over the network in kB. */
export const load = (to: Visit): Promise<Figures> =>
  visit(to, async (page, session) => {
    const { network, current, url } = to
    let bytes = 0
    let requests = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) requests += 1
    })
    // What is painted after the title, and what is still being loaded, counts too.
    const asked = { current, settle: network === 'slow' ? 900 : 400 }
    const seen = await answerOf(page, session, url, watch, asked)
    const times = Object.entries(seen).map(([name, time]) => [`${name} ${network}`, time])
    return { ...Object.fromEntries(times), bytes: bytes / 1000, requests }
  })

/** The key that turns a slide; passed to the page, which cannot see this file. */
const arrow = {
  key: 'ArrowRight',
  code: 'ArrowRight',
  keyCode: 39,
  bubbles: true,
  cancelable: true,
}

type Asked = Pick<Contender, 'slides' | 'current'> & { readonly arrow: KeyboardEventInit }

/** Runs in the page: presses the arrow key from the first moment on until the slide changes. */
const press: Measure<Asked, number> = ({ slides, current, arrow }, done) => {
  if (window !== top) return
  let pressed = 0
  const timer = setInterval(() => {
    const shown = document.querySelector(current)
    if (shown && shown !== document.querySelector(slides)) {
      clearInterval(timer)
      return done(pressed)
    }
    pressed = performance.now()
    document.dispatchEvent(new KeyboardEvent('keydown', arrow))
  }, 20)
}

/** Loads a deck and returns when the first arrow key took effect, in ms. */
export const firstKey = (to: Visit): Promise<Figures> =>
  visit(to, async (page, session) => {
    const { network, url, slides, current } = to
    const asked = { slides, current, arrow }
    return { [`key ${network}`]: await answerOf(page, session, url, press, asked) }
  })

/** Runs in the page: turns slides by key, and returns how long each took to be painted, in ms. */
async function turn({ current, turns, arrow }: Asked & { turns: number }): Promise<number[]> {
  const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
  // The message arrives after the frame that the callback belongs to.
  const painted = () =>
    new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage('')
      }),
    )
  while (!document.querySelector(current)) await wait(20)
  await wait(500)
  const times: number[] = []
  for (let presses = 0; times.length < turns && presses < 10 * turns; presses += 1) {
    // At a random time between two frames.
    await wait(20 + Math.random() * 17)
    const before = document.querySelector(current)
    const start = performance.now()
    document.dispatchEvent(new KeyboardEvent('keydown', arrow))
    await painted()
    // A key press that only shows the next step of a slide is not counted.
    if (document.querySelector(current) !== before) times.push(performance.now() - start)
  }
  return times
}

/** The memory of the largest renderer process, in MB; 0 without /proc. */
async function processMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const texts = pages.map(({ id }) => readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => ''))
  const sizes = (await Promise.all(texts)).map((text) => /^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0)
  return Math.max(0, ...sizes.map(Number)) / 1000
}

/** Turns that many of a deck's slides by key, then measures the memory: ms from key to paint, and MB. */
export const walk = (to: Visit, turns: number): Promise<Figures> =>
  visit(to, async (page, session) => {
    await page.goto(to.url, { waitUntil: 'load' })
    const { slides, current } = to
    const times = await page.evaluate(turn, { slides, current, arrow, turns })
    if (times.length < turns)
      throw new Error(`Only ${times.length} of ${turns} slides were turned.`)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return {
      ...{ 'key p50': quantile(times, 0.5), 'key p95': quantile(times, 0.95) },
      ...{ heap: usedSize / 1e6, process: await processMemory(to.browser) },
    }
  })
