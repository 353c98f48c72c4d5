import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import {
  gapsOf,
  isRepeating,
  nameOf,
  plannedSeconds,
  runningOrderOf,
  silencesOf,
  slidesOf,
  statementsOf,
  titleOf,
} from '../../../src/model/deck/deck.ts'
import { plain, spansOf } from '../../../src/model/deck/text.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { arrange, shortLimit } from '../../../src/model/version/arrange.ts'
import { original, type Version } from '../../../src/model/version/version.ts'
import { sourceOf } from '../../../src/render/parts/imprint.tsx'

const slides = slidesOf(deck)

/** What a slide says of a limit that it goes beyond. */
const beyond = (limit: number, counts: readonly (readonly [name: string, count: number])[]) =>
  counts.filter(([, count]) => count > limit).map(([name, count]) => `${name}: ${count}`)

test('has 18 to 24 slides, in at most six parts: one more takes the place of another', () => {
  expect(slides.length).toBeGreaterThanOrEqual(18)
  expect(slides.length).toBeLessThanOrEqual(24)
  expect(deck.parts.length).toBeLessThanOrEqual(6)
})

test('gives every slide an ASCII id and a title of its own', () => {
  const ids = slides.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
  const titles = slides.map((slide) => `${nameOf(slide)} ${titleOf(slide)}`)
  expect(new Set(titles).size).toBe(titles.length)
  expect(new Set(slides.map(nameOf)).size).toBe(slides.length)
})

test('leads each item of the programme to parts that are there', () => {
  const names = deck.parts.map(({ name }) => name)
  const items = slides.flatMap((slide) => (slide.layout === 'programme' ? slide.items : []))
  for (const { parts } of items) {
    expect(parts.length).toBeGreaterThan(0)
    expect(names).toEqual(expect.arrayContaining([...parts]))
  }
})

test('opens a series with the titles of its slides', () => {
  for (const opener of slides) {
    if (opener.layout !== 'opener') continue
    const series = deck.parts.find((part) => part.slides.some(({ id }) => id === opener.id))?.slides
    const titles = series?.filter(({ id }) => id !== opener.id).map(titleOf)
    expect(opener.items.map(({ text }) => plain(text))).toEqual(titles)
  }
})

test('draws no more units of a figure than two rows hold', () => {
  const units = slides.flatMap((slide) => (slide.layout === 'units' ? slide.counts : []))
  expect(units.filter(({ figure }) => figure > 22)).toEqual([])
})

test('rests every slide on a source, but for the list of what is missing', () => {
  const without = slides.filter((slide) => statementsOf(slide).length === 0)
  expect(without.filter(({ layout }) => layout !== 'gaps').map(({ id }) => id)).toEqual([])
})

test('has an answer for what every slide leaves out, but for those that repeat others', () => {
  const silent = slides.filter((slide) => silencesOf(slide).length === 0)
  expect(silent.filter((slide) => !isRepeating(slide)).map(({ id }) => id)).toEqual([])
})

test('takes ten to twenty minutes, and leaves some for questions', () => {
  expect(plannedSeconds(deck)).toBeGreaterThanOrEqual(10 * 60)
  expect(plannedSeconds(deck)).toBeLessThanOrEqual(20 * 60)
  expect(deck.questions).toBeGreaterThan(0)
})

describe('the short running order', () => {
  const version: Version = { ...original, running: 'short' }
  const { shown, seconds } = arrange(runningOrderOf(deck), version)

  test('takes no longer than it says', () => {
    expect(seconds).toBeLessThanOrEqual(shortLimit * 60)
  })

  test('keeps the cover, every part, every slide of a series, what was decided, and the source', () => {
    const kept = shown.map(({ id }) => id)
    const numbered = slides.filter((slide) => 'order' in slide && slide.order)
    expect(kept).toEqual(expect.arrayContaining(numbered.map(({ id }) => id)))
    expect(kept).toEqual(expect.arrayContaining(['ket-qua', 'nghi-quyet', 'nhom-viec']))
    expect([kept[0], kept.at(-1)]).toEqual([deck.cover.id, deck.closing.at(-1)?.id])
    expect(applyVersion(deck, version).parts.map(({ name }) => name)).toEqual(
      deck.parts.map(({ name }) => name),
    )
  })
})

test('writes no markup into a text', () => {
  expect(JSON.stringify(slides)).not.toMatch(/[<>]|&\w+;/)
})

test('keeps together only words that it says', () => {
  const said = slides.flatMap((slide) => [
    titleOf(slide),
    ...statementsOf(slide).map(({ text }) => plain(text)),
  ])
  expect(deck.compounds.filter((words) => !said.some((text) => text.includes(words)))).toEqual([])
})

test('draws no more marks under a figure than one counts at a glance', () => {
  const counts = slides.flatMap((slide) => ('counts' in slide ? slide.counts : []))
  const drawn = counts.map(
    ({ text, marks }) => [String(text), (marks?.named ?? 0) + (marks?.unnamed ?? 0)] as const,
  )
  expect(beyond(12, drawn)).toEqual([])
})

test('draws the sites of the figure in the title', () => {
  for (const slide of slides) {
    if (slide.layout !== 'network' || !('text' in slide.title)) continue
    const spans = slide.title.text.flatMap(spansOf)
    const figures = spans.flatMap((span) =>
      typeof span === 'object' && 'figure' in span ? span.figure.replace(/\D/g, '') : [],
    )
    expect(figures, slide.id).toEqual([String(slide.sites)])
  }
})

test('lists nothing as left out without saying what', () => {
  const rows = slides.flatMap((slide) => (slide.layout === 'gaps' ? slide.of : []))
  expect(rows.filter(({ gaps }) => gaps.length === 0).map(({ label }) => label)).toEqual([])
  expect(slides.filter(({ gaps }) => gaps?.length === 0).map(titleOf)).toEqual([])
  expect(slides.flatMap(gapsOf)).not.toContain('')
})

test('says at the top of every paper what it is and where it comes from, as its last slide does', () => {
  expect(deck.imprint).not.toEqual([])
  expect(sourceOf(deck).imprint.map(({ label }) => label)).toEqual(deck.imprint)
})
