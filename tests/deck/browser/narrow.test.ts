import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open } from '../../browser/support/browser.ts'
import { textsOf } from '../../browser/support/probe.ts'
import { noteSentences } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { folded } from '../../support/text.ts'

/** The height of a slide on the page, in pixels. */
const heightOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().height ?? 0, id)

test.for([
  {
    scripts: true,
    rooms: [
      { width: 360, colorScheme: 'dark' },
      { width: 320, colorScheme: 'light' },
    ],
  },
  {
    scripts: false,
    rooms: [
      { width: 360, colorScheme: 'light' },
      { width: 699, colorScheme: 'dark' },
    ],
  },
] as const)(
  'the deck, scripts: $scripts, reflows to one column of text of 16 px and up, nothing off the edge',
  async ({ scripts, rooms }) => {
    const options = { javaScriptEnabled: scripts, viewport: { width: 340, height: 740 } }
    const { page, complaints } = await open('/', options)
    for (const { width, colorScheme } of rooms) {
      await page.setViewportSize({ width, height: 740 })
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      for (const { id } of slides) {
        const height = await heightOf(page, id)
        const pixels = (units: number) => (units * height) / 100
        for (const { text, size, left, right, contrast, where } of await textsOf(page, id)) {
          const what = `${width} px, ${id}: “${text}”`
          expect.soft(pixels(size), what).toBeGreaterThanOrEqual(15.99)
          if (where !== 'figure') expect.soft(pixels(left), what).toBeGreaterThanOrEqual(19.9)
          expect.soft(pixels(right), what).toBeLessThanOrEqual(width - 19.9)
          expect.soft(contrast, what).toBeGreaterThanOrEqual(7)
        }
      }
    }
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    await page.context().close()
  },
)

test('the page to read beforehand reflows at 320, 360 and 683 px, nothing lost', async () => {
  const { page } = await open('/review.html', { viewport: { width: 340, height: 740 } })
  await page.waitForSelector('.card section')
  // No scheme changes a size.
  for (const width of [320, 360, 683]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    for (const { id } of slides) {
      const height = await heightOf(page, id)
      for (const { text, size } of await textsOf(page, id)) {
        const what = `${width} px, ${id}: ${text}`
        expect.soft((size * height) / 100, what).toBeGreaterThanOrEqual(15.99)
      }
    }
    const off = await page.evaluate(() =>
      [...document.querySelectorAll('.card p, .card li, .card dd, .page-header *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.textContent),
    )
    expect(off, `${width} px`).toEqual([])
    const text = folded(await page.locator('.sheets').innerText())
    for (const sentence of noteSentences) expect(text).toContain(folded(sentence))
  }
  await page.context().close()
})
