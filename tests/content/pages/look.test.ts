import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck.ts'
import { plain } from '../../../src/model/text.ts'
import { newContext, openIn, present, presents, speaks, walk } from '../../pages/browser.ts'
import { type Drawn, textsOf, titleLinesOf } from '../../pages/probe.ts'

const slides = slidesOf(deck)

/** Audience text is never smaller, in hundredths of the slide's height. */
const floor = 3.7
const width = 1600 / 9
const margin = width * 0.05

const rooms = [
  { width: 1920, height: 1080, colorScheme: 'light' },
  { width: 1280, height: 720, colorScheme: 'dark' },
  { width: 1024, height: 768, colorScheme: 'light' },
] as const

const name = ({ text, size }: Drawn) => `“${text}” at ${size.toFixed(2)}`

describe.for(rooms)('on $width×$height, $colorScheme', ({ colorScheme, ...viewport }) => {
  test('every text of every step is large, open, dark enough and in its place', async () => {
    const { page } = await present('/', { viewport, colorScheme })
    const seen = new Set<string>()
    await walk(page, async ({ id, step }) => {
      seen.add(id)
      const at = `${id}, step ${step}`
      const texts = await textsOf(page, id)
      expect(texts.length, at).toBeGreaterThan(1)
      for (const drawn of texts) {
        const { where, size, lineHeight, serif, left, right, top, bottom, edge, contrast } = drawn
        const what = `${at}: ${name(drawn)}`
        if (where === 'foot') {
          expect.soft(size, what).toBeGreaterThanOrEqual(2.4)
          expect.soft(contrast, what).toBeGreaterThanOrEqual(4.5)
        } else {
          expect.soft(size, what).toBeGreaterThanOrEqual(floor)
          expect.soft(contrast, what).toBeGreaterThanOrEqual(7)
        }
        if (where === 'body' || where === 'title') {
          expect.soft(lineHeight, what).toBeGreaterThanOrEqual(serif ? 1.249 : 1.399)
        }
        // The box of a pulled numeral begins left of its ink.
        if (where !== 'figure') expect.soft(left, what).toBeGreaterThanOrEqual(margin - 0.05)
        expect.soft(right, what).toBeLessThanOrEqual(width - margin + 0.05)
        if (where === 'body' || where === 'title') {
          expect.soft(right, `${what} leaves its box`).toBeLessThanOrEqual(edge + 0.05)
        }
        expect.soft(top, what).toBeGreaterThanOrEqual(5)
        expect.soft(bottom, what).toBeLessThanOrEqual(where === 'foot' ? 98 : 90)
      }
      // The lower right stays free: the picture of the speaker stands there in a conference call.
      const corner = texts.filter(({ right, bottom }) => bottom > 93 && right > width * 0.93)
      expect(corner.map(name), at).toEqual([])
    })
    expect(seen.size).toBe(slides.length)
    await page.context().close()
  })

  test('no two runs of text overlap', async () => {
    const { page } = await present('/', { viewport, colorScheme })
    await walk(page, async ({ id, step }) => {
      const texts = (await textsOf(page, id)).filter(({ where }) => where !== 'figure')
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
          // Boxes of neighbouring lines share the room that only tall marks use.
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
          const shared = across > 0.3 && down > 0.35 * Math.min(one.size, other.size)
          expect(shared, `${id}, step ${step}: ${name(one)} and ${name(other)}`).toBe(false)
        }
      })
    })
    await page.context().close()
  })

  test('titles break where they are set to', async () => {
    const { page } = await present('/', { viewport, colorScheme })
    for (const { id, title, layout } of slides) {
      const lines = ('text' in title ? title.text : title.editorial).map((line) => plain([line]))
      await page.evaluate((id) => {
        location.hash = `#/${id}/9`
      }, id)
      await page.waitForSelector(`[id="${id}"].present`)
      const drawn = await titleLinesOf(page, id)
      const quoted = lines.map((line, at) =>
        layout === 'quoted'
          ? `${at === 0 ? '“' : ''}${line}${at === lines.length - 1 ? '”' : ''}`
          : line,
      )
      expect(drawn).toEqual(quoted)
    }
    await page.context().close()
  })
})

test('no text ends in a line of one word', () => {
  const texts = JSON.stringify(slides, (key, value) => (key === 'notes' ? undefined : value))
  expect(texts).toBeTruthy()
  for (const slide of slides) {
    const lines = 'text' in slide.title ? slide.title.text : slide.title.editorial
    if (lines.length > 1) expect(plain([lines.at(-1) ?? '']).split(' ').length).toBeGreaterThan(1)
  }
})

describe('in the colours that a person forces on the machine', () => {
  test.for(['light', 'dark'] as const)('the slides keep their own, %s', async (colorScheme) => {
    const grounds = { light: 'rgb(255, 253, 247)', dark: 'rgb(51, 10, 10)' }
    const context = await newContext({ colorScheme, forcedColors: 'active' })
    const { page } = await openIn(context)
    await presents(page)
    const { page: speaker } = await openIn(context, '/speaker.html')
    await speaks(speaker)
    for (const [each, slide] of [
      [page, 'section.present'],
      [speaker, '.present .frame section'],
      [speaker, '.coming .frame section'],
    ] as const) {
      const colours = await each.locator(slide).evaluate((section) => ({
        ground: getComputedStyle(section).backgroundColor,
        adjust: [section, ...section.querySelectorAll('*')].map(
          (one) => getComputedStyle(one).forcedColorAdjust,
        ),
      }))
      expect(colours.ground, slide).toBe(grounds[colorScheme])
      expect(colours.adjust, slide).not.toContain('auto')
    }
    await page.keyboard.press('b')
    expect(
      await page.locator('.pause-overlay').evaluate((one) => getComputedStyle(one).backgroundColor),
    ).toBe('rgb(0, 0, 0)')
    await page.keyboard.press('b')
    // What is read on a phone is text like any other: there the person's colours stand.
    await page.setViewportSize({ width: 360, height: 740 })
    await page.waitForSelector('html.reading')
    expect(
      await page
        .locator(`[id="${slides[1]?.id}"]`)
        .evaluate((one) => getComputedStyle(one).forcedColorAdjust),
    ).toBe('auto')
    await context.close()
  })
})
