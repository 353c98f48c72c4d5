import { describe, expect, test } from 'vitest'
import { open } from '../../browser/support/browser.ts'
import { textsOf } from '../../browser/support/probe.ts'
import { noteSentences } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { folded } from '../../support/text.ts'

describe.for([
  { width: 360, javaScriptEnabled: false, colorScheme: 'light' },
  { width: 360, javaScriptEnabled: true, colorScheme: 'dark' },
  { width: 320, javaScriptEnabled: true, colorScheme: 'light' },
  { width: 699, javaScriptEnabled: false, colorScheme: 'dark' },
] as const)('a page $width px wide, scripts: $javaScriptEnabled', ({ width, ...options }) => {
  test('reflows to one column of text of 16 px and up, nothing off the edge', async () => {
    const { page, complaints } = await open('/', { ...options, viewport: { width, height: 740 } })
    await page.waitForLoadState('load')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    for (const { id } of slides) {
      const height = await page.locator(`#${id}`).evaluate((s) => s.getBoundingClientRect().height)
      const pixels = (units: number) => (units * height) / 100
      for (const { text, size, left, right, contrast, where } of await textsOf(page, id)) {
        const what = `${id}: “${text}”`
        expect.soft(pixels(size), what).toBeGreaterThanOrEqual(15.99)
        if (where !== 'figure') expect.soft(pixels(left), what).toBeGreaterThanOrEqual(19.9)
        expect.soft(pixels(right), what).toBeLessThanOrEqual(width - 19.9)
        expect.soft(contrast, what).toBeGreaterThanOrEqual(7)
      }
    }
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    await page.context().close()
  })
})

// No scheme changes a size.
test.for([320, 360, 683])(
  'the page to read beforehand reflows at %i px, nothing lost',
  async (width) => {
    const { page } = await open('/review.html', { viewport: { width, height: 740 } })
    await page.waitForSelector('.card section')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    for (const { id } of slides) {
      const height = await page.locator(`#${id}`).evaluate((s) => s.getBoundingClientRect().height)
      for (const { text, size } of await textsOf(page, id)) {
        expect.soft((size * height) / 100, `${id}: ${text}`).toBeGreaterThanOrEqual(15.99)
      }
    }
    const off = await page.evaluate(() =>
      [...document.querySelectorAll('.card p, .card li, .card dd, .page-header *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.textContent),
    )
    expect(off).toEqual([])
    const text = folded(await page.locator('.sheets').innerText())
    for (const sentence of noteSentences) expect(text).toContain(folded(sentence))
    await page.context().close()
  },
)
