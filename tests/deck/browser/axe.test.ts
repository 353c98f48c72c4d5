import { expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { darkViolations, violations } from '../../browser/support/axe.ts'
import { present } from '../../browser/support/browser.ts'

test('axe finds nothing on any slide, whole, nor in the overview, light or dark', async () => {
  const { page } = await present()
  for (const { id } of slidesOf(deck)) {
    await page.evaluate((id) => {
      location.hash = `#/${id}/99`
    }, id)
    await page.waitForSelector(`[id="${id}"].present`)
    expect(await page.locator('section.present .fragment:not(.visible)').count(), id).toBe(0)
    expect(await violations(page), id).toEqual([])
    expect(await darkViolations(page), `${id}, dark`).toEqual([])
  }
  await page.keyboard.press('o')
  expect(await violations(page), 'overview').toEqual([])
  expect(await darkViolations(page), 'overview, dark').toEqual([])
  await page.context().close()
})
