import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck.ts'
import { violations } from '../../pages/axe.ts'
import { position, present } from '../../pages/browser.ts'

const slides = slidesOf(deck)

describe.for(['light', 'dark'] as const)('axe in the %s scheme', (colorScheme) => {
  test('finds nothing on any slide, whole, nor in the overview', async () => {
    const { page } = await present('/', { colorScheme })
    for (let number = 1; number <= slides.length; number++) {
      for (const digit of String(number)) await page.keyboard.press(digit)
      await page.keyboard.press('Enter')
      const { id } = await position(page)
      while (await page.locator('section.present .fragment:not(.visible)').count()) {
        await page.keyboard.press('PageDown')
      }
      expect(await violations(page), id).toEqual([])
    }
    await page.keyboard.press('o')
    expect(await violations(page), 'overview').toEqual([])
    await page.context().close()
  })
})
