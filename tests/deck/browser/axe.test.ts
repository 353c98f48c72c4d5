import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { darkViolations, violations } from '../../browser/support/axe.ts'
import { has, present } from '../../browser/support/browser.ts'

const clean = async (page: Page, what: string) => {
  expect(await violations(page), what).toEqual([])
  expect(await darkViolations(page), `${what}, dark`).toEqual([])
}

/**
 * Lays all slides out one below another, each as it is while it is presented, to be looked at once:
 * what differs from slide to slide is what stands on it.
 */
const layOut = (page: Page) =>
  page.evaluate(() => {
    // Has the deck show all of them, as for a print.
    dispatchEvent(new Event('beforeprint'))
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      .presenting, .presenting body { block-size: auto; overflow: visible }
      .presenting :is(.reveal, section) { position: relative }
      .presenting section { visibility: visible }
    `)
    document.adoptedStyleSheets = [sheet]
    return [...document.querySelectorAll('section')].flatMap((slide) => {
      const { top, width } = slide.getBoundingClientRect()
      return slide.checkVisibility({ visibilityProperty: true })
        ? [{ id: slide.id, top, width }]
        : []
    })
  })

test('axe finds nothing on any slide, whole, nor in the overview, light or dark', async () => {
  const { page } = await present()
  const ids = slidesOf(deck).map(({ id }) => id)
  await clean(page, 'the first slide as it is presented')
  for (const id of ids) {
    await page.evaluate((id) => {
      location.hash = `#/${id}/99`
    }, id)
    await has(page, `[id="${id}"].present`)
    const hidden = () => document.querySelectorAll('section.present .fragment:not(.visible)').length
    expect(await page.evaluate(hidden), id).toBe(0)
  }
  await clean(page, 'the last slide as it is presented')
  await page.keyboard.press('o')
  await clean(page, 'overview')
  await page.keyboard.press('o')
  const laid = await layOut(page)
  expect(laid.map(({ id }) => id)).toEqual(ids)
  for (const [at, { id, top, width }] of laid.entries()) {
    expect(width, id).toBe(1280)
    expect(top - (laid[0]?.top ?? 0), id).toBeCloseTo(at * 720, 0)
  }
  await clean(page, 'all slides')
  await page.context().close()
})
