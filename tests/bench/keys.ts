import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import type { Selectors } from './decks.ts'
import { arrowRight, visit } from './load.ts'
import { quantile } from './statistics.ts'

/** The cost of turning slides: ms from key to paint, MB of JavaScript heap and of the process. */
export interface Walk {
  readonly p50: number
  readonly p95: number
  readonly heap: number
  /** Absent where the system does not tell. */
  readonly process?: number
}

/** Runs in the page: turns slides by key, and returns how long each took to be painted, in ms. */
async function turn({
  current,
  turns,
  arrow,
}: {
  current: string
  turns: number
  arrow: typeof arrowRight
}): Promise<number[]> {
  const shown = () => document.querySelector(current)
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
  while (!shown()) await wait(20)
  await wait(500)
  const times: number[] = []
  for (let presses = 0; times.length < turns && presses < 10 * turns; presses += 1) {
    // At a random time between two frames.
    await wait(20 + Math.random() * 17)
    const before = shown()
    const start = performance.now()
    document.dispatchEvent(new KeyboardEvent('keydown', arrow))
    await painted()
    // A key press that only shows the next step of a slide is not counted.
    if (shown() !== before) times.push(performance.now() - start)
  }
  if (times.length < turns) throw new Error(`Only ${times.length} of ${turns} slides were turned.`)
  return times
}

/** The memory of the largest renderer process, in MB; undefined without /proc. */
async function processMemory(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession()
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const sizes = await Promise.all(
      processInfo
        .filter(({ type }) => type === 'renderer')
        .map(async ({ id }) => {
          const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')
          return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1000
        }),
    )
    return Math.max(0, ...sizes) || undefined
  } finally {
    await session.detach()
  }
}

/** Turns a deck's slides by key, then measures the memory. */
export const walk = (
  browser: Browser,
  url: string,
  selectors: Selectors,
  turns: number,
): Promise<Walk> =>
  visit(browser, 'fast', async (page, session) => {
    await page.goto(url, { waitUntil: 'load' })
    const times = await page.evaluate(turn, {
      current: selectors.current,
      turns,
      arrow: arrowRight,
    })
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const process = await processMemory(browser)
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      heap: usedSize / 1e6,
      ...(process !== undefined && { process }),
    }
  })
