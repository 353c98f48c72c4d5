import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  countOf,
  isVisible,
  newContext,
  openIn,
  position,
  presents,
  speaks,
} from '../support/browser.ts'

const isOpen = (page: Page) => countOf(page, 'dialog[open]')

test('a clicker turns the deck whatever is open, on the deck and on the speaker’s screen', async () => {
  const context = await newContext()
  const { page: deck } = await openIn(context)
  await presents(deck)
  const isBlack = () => isVisible(deck, '.pause-overlay')
  const { page: speaker } = await openIn(context, '/speaker.html')
  await speaks(speaker)
  for (const page of [deck, speaker]) {
    await page.bringToFront()
    await page.keyboard.press('Home')
    // One press closes the search, though something is written there.
    await page.keyboard.press('/')
    await page.keyboard.type('khong b.')
    const typed = () => document.querySelector<HTMLInputElement>('#question')?.value
    expect(await page.evaluate(typed)).toBe('khong b.')
    await page.keyboard.press('Escape')
    expect(await isOpen(page)).toBe(0)
    await page.keyboard.press('.')
    await expect.poll(isBlack).toBe(true)
    await page.keyboard.press('.')
    await expect.poll(isBlack).toBe(false)
    await expect.poll(() => position(deck)).toEqual({ id: 'ngay-sach', step: 0 })

    for (const open of ['/', 'm', 'h']) {
      for (const [key, id] of [
        ['PageDown', 'tu-sach'],
        ['PageUp', 'ngay-sach'],
      ] as const) {
        await page.keyboard.press(open)
        expect(await isOpen(page)).toBe(1)
        await page.keyboard.press(key)
        expect(await isOpen(page)).toBe(0)
        await expect.poll(() => position(deck)).toEqual({ id, step: 0 })
      }
    }
    await page.keyboard.press('m')
    await page.keyboard.press('b')
    await expect.poll(isBlack).toBe(true)
    expect(await isOpen(page)).toBe(0)
    await page.keyboard.press('PageDown')
    await expect.poll(isBlack).toBe(false)
    await expect.poll(() => position(deck)).toEqual({ id: 'ngay-sach', step: 0 })
  }
  await deck.bringToFront()
  await deck.keyboard.press('/')
  await deck.keyboard.press('F5')
  await expect.poll(() => deck.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await context.close()
})
