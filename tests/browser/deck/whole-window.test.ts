import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { has, position, present } from '../support/browser.ts'

/** Draws a finger over the screen. */
async function swipe(page: Page, from: readonly [number, number], by: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: from[1] }],
    })
  await touch('touchStart', from[0])
  for (let step = 1; step <= 5; step++) await touch('touchMove', from[0] + (by * step) / 5)
  await touch('touchEnd')
}

test('a swipe that begins beside the slide turns it, and never leads out of the deck', async () => {
  const { page } = await present('/', { hasTouch: true, viewport: { width: 1280, height: 960 } })
  // With a frame, the browser learns which touches it leaves to the page.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  // Above the slide, below it, on it; on a long screen to the left and the right of it.
  for (const y of [40, 930, 480]) {
    await swipe(page, [700, y], -200)
    await expect.poll(() => position(page)).toEqual({ id: 'tu-sach', step: 0 })
    await swipe(page, [500, y], 200)
    await expect.poll(() => position(page)).toEqual({ id: 'ngay-sach', step: 0 })
  }
  await page.setViewportSize({ width: 1280, height: 540 })
  for (const x of [1250, 300]) {
    await swipe(page, [x, 270], -200)
    await expect.poll(() => position(page)).not.toEqual({ id: 'ngay-sach', step: 0 })
    await page.keyboard.press('Home')
  }
  // Over a dark screen it lights, and nothing moves unseen.
  await page.keyboard.press('b')
  await swipe(page, [700, 270], -200)
  await has(page, '.reveal:not(.paused)')
  expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
  const rules = await page.evaluate(() => {
    const { overscrollBehaviorX, touchAction } = getComputedStyle(document.documentElement)
    return [overscrollBehaviorX, touchAction]
  })
  expect(rules).toEqual(['none', 'pinch-zoom'])
  await page.context().close()
})
