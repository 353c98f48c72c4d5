import type { Socket } from 'node:net'
import { expect } from 'vitest'
import { deckRunningOrder } from '../../src/build/entry.ts'
import { forward, startOf } from '../../src/model/deck/running-order.ts'
import {
  newContext,
  openIn,
  position,
  presents,
  speakerPosition,
  speaks,
} from '../browser/support/browser.ts'
import { type Follower, followAt } from '../unit/relay/process.ts'

/** A viewer that comes back after each line it loses, as a browser does; it remembers what it saw. */
function faithful(relay: { port: number }) {
  const lives: Follower['seen'][] = []
  let socket: Socket
  let staying = true
  const open = () => {
    const follower = followAt(relay)
    socket = follower.socket
    lives.push(follower.seen)
    socket.on('close', () => {
      if (staying) setTimeout(open, Math.random() * 2000)
    })
  }
  open()
  return {
    seen: () => lives.flat(),
    now: () => lives.at(-1)?.at(-1),
    leave: () => {
      staying = false
      socket.destroy()
    },
  }
}

/** What happens to the machines while the talk goes on. */
export interface Talk {
  readonly port: number
  readonly code: string
  /** Called after each press, by its number from 0. */
  readonly during: (presses: number) => Promise<void> | void
  /** Resolves when whatever was to come back is back. */
  readonly after: () => Promise<void>
}

/** Two browsers and 300 viewers follow a whole talk; each must end on what was presented last. */
export async function giveTalk({ port, code, during, after }: Talk): Promise<void> {
  const runningOrder = deckRunningOrder()
  const origin = `http://127.0.0.1:${port}`
  const viewers = Array.from({ length: 300 }, () => faithful({ port }))
  const contexts = [await newContext(), await newContext()]
  try {
    const [speakers, audiences] = contexts
    if (!speakers || !audiences) throw new Error('no browsers')
    const { page } = await openIn(audiences, `${origin}/`)
    await presents(page)
    const speaker = (await openIn(speakers, `${origin}/live/pair#${code}`)).page
    await speaker.waitForURL(`${origin}/speaker.html`)
    await speaks(speaker)
    const state = speaker.locator('.live-state')
    await expect.poll(() => state.textContent(), { timeout: 20_000 }).toContain('301 màn hình')
    const presented = new Set<string>()
    const shown: string[] = []
    await page.exposeFunction('saw', (slide: string) => shown.push(slide))
    await page.evaluate(() => {
      const see = () => {
        const id = document.querySelector('section.present')?.id
        // The function was put there above, of which the compiler knows nothing.
        if (id) (window as unknown as { saw(slide: string): void }).saw(id)
      }
      new MutationObserver(see).observe(document.body, {
        subtree: true,
        attributeFilter: ['class'],
      })
    })
    let at = startOf(runningOrder, 0)
    presented.add(at.slide)
    for (let presses = 0; ; presses++) {
      const here = runningOrder.findIndex(({ id }) => id === at.slide)
      // Now and then a slide is left out, which nobody may see.
      const skips = presses % 12 === 11 && here + 2 < runningOrder.length
      const next = skips ? startOf(runningOrder, here + 2) : forward(runningOrder, at)
      if (next.slide === at.slide && next.step === at.step) break
      presented.add(next.slide)
      if (skips) {
        for (const key of [...String(here + 3), 'Enter']) await speaker.keyboard.press(key)
      } else {
        await speaker.keyboard.press('PageDown')
      }
      at = next
      await expect.poll(() => speakerPosition(speaker)).toEqual({ id: at.slide, step: at.step })
      await speaker.waitForTimeout(120)
      await during(presses)
    }
    await after()
    const hears = async () => ({
      ...(await position(page)),
      says: await page.locator('.live p').textContent(),
    })
    await expect
      .poll(hears, { timeout: 60_000 })
      .toEqual({ id: at.slide, step: at.step, says: 'Đang theo người trình bày' })
    const arrived = () =>
      viewers.filter(({ now }) => now()?.slide === at.slide && now()?.step === at.step).length
    await expect.poll(arrived, { timeout: 60_000 }).toBe(300)
    await expect.poll(() => state.textContent(), { timeout: 30_000 }).toContain('301 màn hình')
    expect(presented.size).toBeLessThan(runningOrder.length)
    for (const { seen } of viewers) {
      for (const { seq, slide } of seen()) expect(seq === 0 || presented.has(slide)).toBe(true)
    }
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.filter((slide) => !presented.has(slide))).toEqual([])
    // Never back: what was shown follows the running order.
    const order = shown.map((slide) => runningOrder.findIndex(({ id }) => id === slide))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
  } finally {
    for (const { leave } of viewers) leave()
    for (const context of contexts) await context.close()
  }
}
