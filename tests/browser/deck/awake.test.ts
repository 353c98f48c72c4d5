import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newContext, openIn, presents, speaks } from '../support/browser.ts'

test('the screen stays awake in full screen and while the clock runs', async () => {
  const context = await newContext()
  await context.addInitScript(() => {
    const locks = new Set<object>()
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          const lock = { released: false, release: async () => locks.delete(lock) }
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
  await context.close()
})
