import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { has, open } from '../../browser/support/browser.ts'
import { breaking, textsOf } from '../../browser/support/probe.ts'
import { noteSentences } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { folded } from '../../support/text.ts'

/** The heights of the slides on the page, in pixels, by id. */
const heightsOf = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(
    (ids) =>
      Object.fromEntries(
        ids.map((id) => [id, document.getElementById(id)?.getBoundingClientRect().height ?? 0]),
      ),
    slides.map(({ id }) => id),
  )

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
      const heights = await heightsOf(page)
      for (const { id } of slides) {
        const pixels = (units: number) => (units * (heights[id] ?? 0)) / 100
        const found = breaking(await textsOf(page, id), {
          'of 16 px and up': ({ size }) => pixels(size) >= 15.99,
          'right of the margin': ({ where, left }) => where === 'figure' || pixels(left) >= 19.9,
          'left of the margin': ({ right }) => pixels(right) <= width - 19.9,
          'dark enough': ({ contrast }) => contrast >= 7,
        })
        expect.soft(found, `${width} px, ${id}`).toEqual([])
      }
    }
    expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    await page.context().close()
  },
)

test('the page to read beforehand reflows at 320, 360 and 683 px, nothing lost', async () => {
  const { page } = await open('/review.html', { viewport: { width: 340, height: 740 } })
  await has(page, '.card section')
  // No scheme changes a size.
  for (const width of [320, 360, 683]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const heights = await heightsOf(page)
    for (const { id } of slides) {
      const found = breaking(await textsOf(page, id), {
        'of 16 px and up': ({ size }) => (size * (heights[id] ?? 0)) / 100 >= 15.99,
      })
      expect.soft(found, `${width} px, ${id}`).toEqual([])
    }
    const off = await page.evaluate(() =>
      [...document.querySelectorAll('.card p, .card li, .card dd, .page-header *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth)
        .map((one) => one.textContent),
    )
    expect(off, `${width} px`).toEqual([])
    const shown = () => document.querySelector<HTMLElement>('.sheets')?.innerText ?? ''
    const text = folded(await page.evaluate(shown))
    for (const sentence of noteSentences) expect(text).toContain(folded(sentence))
  }
  await page.context().close()
})
