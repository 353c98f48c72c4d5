import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import { plain } from '../../../src/model/deck/text.ts'
import {
  has,
  newContext,
  openIn,
  present,
  presents,
  speaks,
  walk,
} from '../../browser/support/browser.ts'
import {
  breaking,
  type Drawn,
  overlapping,
  textsOf,
  titleLinesOf,
} from '../../browser/support/probe.ts'

const slides = slidesOf(deck)

/** Audience text is never smaller, in hundredths of the slide's height. */
const floor = 3.7
const width = 1600 / 9
const margin = width * 0.05

const viewports = [
  { width: 1920, height: 1080, colorScheme: 'light' },
  { width: 1280, height: 720, colorScheme: 'dark' },
  { width: 1024, height: 768, colorScheme: 'light' },
] as const

const isRunning = (where: Drawn['where']) => where === 'body' || where === 'title'

/** What holds for every text of a slide. */
const rules: Readonly<Record<string, (drawn: Drawn) => boolean>> = {
  large: ({ where, size }) => size >= (where === 'foot' ? 2.4 : floor),
  'dark enough': ({ where, contrast }) => contrast >= (where === 'foot' ? 4.5 : 7),
  open: ({ where, lineHeight, serif }) =>
    !isRunning(where) || lineHeight >= (serif ? 1.249 : 1.399),
  // The box of a pulled numeral begins left of its ink.
  'right of the margin': ({ where, left }) => where === 'figure' || left >= margin - 0.05,
  'left of the margin': ({ right }) => right <= width - margin + 0.05,
  'within its box': ({ where, right, edge }) => !isRunning(where) || right <= edge + 0.05,
  'below the upper edge': ({ top }) => top >= 5,
  'above the lower edge': ({ where, bottom }) => bottom <= (where === 'foot' ? 98 : 90),
  // The lower right stays free: the picture of the speaker stands there in a conference call.
  'out of the corner': ({ right, bottom }) => bottom <= 93 || right <= width * 0.93,
}

/** The lines of each title as they are set. */
const titles = new Map(
  slides.map(({ id, title, layout }) => {
    const lines = ('text' in title ? title.text : title.editorial).map((line) => plain([line]))
    const quoted = lines.map((line, at) =>
      layout === 'quoted'
        ? `${at === 0 ? '“' : ''}${line}${at === lines.length - 1 ? '”' : ''}`
        : line,
    )
    return [id as string, quoted]
  }),
)

describe('the deck', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await present())
  })
  afterAll(() => page.context().close())

  test.for(viewports)(
    'on $width×$height, $colorScheme, has every text of every step large, open, dark enough and in its place, none on another, titles broken where they are set to',
    async ({ colorScheme, ...viewport }) => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await page.keyboard.press('Home')
      const seen = new Set<string>()
      await walk(page, async ({ id, step }) => {
        seen.add(id)
        const at = `${id}, step ${step}`
        const texts = await textsOf(page, id)
        expect(texts.length, at).toBeGreaterThan(1)
        expect.soft(breaking(texts, rules), at).toEqual([])
        const flat = texts.filter(({ where }) => where !== 'figure')
        expect.soft(overlapping(flat), at).toEqual([])
        expect.soft(await titleLinesOf(page, id), at).toEqual(titles.get(id))
      })
      expect(seen.size).toBe(slides.length)
    },
  )
})

test('no text ends in a line of one word', () => {
  const texts = JSON.stringify(slides, (key, value) => (key === 'notes' ? undefined : value))
  expect(texts).toBeTruthy()
  for (const slide of slides) {
    const lines = 'text' in slide.title ? slide.title.text : slide.title.editorial
    if (lines.length > 1) expect(plain([lines.at(-1) ?? '']).split(' ').length).toBeGreaterThan(1)
  }
})

test('in the colours that a person forces on the machine, the slides keep their own, light and dark', async () => {
  const context = await newContext({ forcedColors: 'active' })
  const { page } = await openIn(context)
  await presents(page)
  const { page: speaker } = await openIn(context, '/speaker.html')
  await speaks(speaker)
  const styleOf = (selector: string) =>
    page.evaluate((selector) => {
      const found = document.querySelector(selector) as HTMLElement
      const { backgroundColor, forcedColorAdjust } = getComputedStyle(found)
      return { backgroundColor, forcedColorAdjust }
    }, selector)
  for (const [colorScheme, ground] of [
    ['light', 'rgb(255, 253, 247)'],
    ['dark', 'rgb(51, 10, 10)'],
  ] as const) {
    for (const each of [page, speaker]) {
      await each.emulateMedia({ colorScheme, forcedColors: 'active' })
      expect(await each.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    }
    for (const [each, slide] of [
      [page, 'section.present'],
      [speaker, '.present .frame section'],
      [speaker, '.coming .frame section'],
    ] as const) {
      const colours = await each.evaluate((slide) => {
        const section = document.querySelector(slide) as HTMLElement
        return {
          ground: getComputedStyle(section).backgroundColor,
          adjust: [section, ...section.querySelectorAll('*')].map(
            (one) => getComputedStyle(one).forcedColorAdjust,
          ),
        }
      }, slide)
      expect(colours.ground, slide).toBe(ground)
      expect(colours.adjust, slide).not.toContain('auto')
    }
    await page.keyboard.press('b')
    expect((await styleOf('.pause-overlay')).backgroundColor).toBe('rgb(0, 0, 0)')
    await page.keyboard.press('b')
    // What is read on a phone is text like any other: there the person's colours stand.
    await page.setViewportSize({ width: 360, height: 740 })
    await has(page, 'html.narrow')
    expect((await styleOf(`[id="${slides[1]?.id}"]`)).forcedColorAdjust).toBe('auto')
    await page.setViewportSize({ width: 1280, height: 720 })
    await has(page, 'html.presenting')
  }
  await context.close()
})
