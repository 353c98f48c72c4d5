import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newContext, openIn, presents, speaks } from '../support/browser.ts'

test('the screen stays awake in full screen, while the clock runs, and on a phone that follows', async () => {
  const context = await newContext()
  await context.addInitScript(() => {
    const locks = new Set<object>()
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          const lock = Object.assign(new EventTarget(), {
            released: false,
            release: async () => locks.delete(lock),
          })
          locks.add(lock)
          return lock
        },
      },
    })
    Object.assign(window, { locks })
  })
  const held = (page: Page) =>
    expect.poll(() => page.evaluate(() => (window as unknown as { locks: Set<object> }).locks.size))
  const { page: deck } = await openIn(context)
  await presents(deck)
  await held(deck).toBe(0)
  await deck.keyboard.press('F5')
  await held(deck).toBe(1)
  const { page: speaker } = await openIn(context, '/speaker.html')
  await speaks(speaker)
  await held(speaker).toBe(0)
  await speaker.keyboard.press('t')
  await held(speaker).toBe(1)
  await speaker.keyboard.press('t')
  await held(speaker).toBe(0)
  await deck.evaluate(() => document.exitFullscreen())
  await held(deck).toBe(0)
  const { page: phone } = await openIn(context, '/?theo')
  await phone.setViewportSize({ width: 360, height: 740 })
  await held(phone).toBe(1)
  // What a browser does when another app comes in front, and when this one is back.
  await phone.evaluate(() => {
    const locks = (window as unknown as { locks: Set<{ released: boolean }> }).locks
    for (const lock of locks) lock.released = true
    locks.clear()
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await held(phone).toBe(1)
  await context.close()
})
