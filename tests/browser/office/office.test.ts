import { beforeAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { makeOffice } from '../../../src/cli/office/office.ts'
import { withPress } from '../../../src/cli/pdf/press.ts'
import {
  aboutOf,
  isRepeating,
  phraseOf,
  placesOf,
  silencesOf,
  statementsOf,
  stepsOf,
  titleOf,
} from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import type { Slide } from '../../../src/model/deck/slide.ts'
import { plain } from '../../../src/model/deck/text.ts'
import type { OfficeFile } from '../../../src/office/office.ts'
import { faultsIn, readDocument, readPresentation } from '../../support/office.ts'
import { slides } from '../../support/slides.ts'

/** A text for comparing: words of a slide may stand in several lines, or in several boxes. */
const letters = (text: string): string => text.replace(/[\s\u00a0]+/g, '')

let files: Readonly<Record<OfficeFile, Uint8Array>>
let audience: ReturnType<typeof readPresentation>
let speaker: ReturnType<typeof readPresentation>

beforeAll(async () => {
  files = await withPress(undefined, makeOffice)
  audience = readPresentation(files.slides)
  speaker = readPresentation(files.speaker)
})

const wordsOn = (id: string): string =>
  letters(
    audience.slides
      .find((slide) => slide.id === id)
      ?.shapes.flatMap(({ lines }) => lines)
      .join('') ?? '',
  )

describe('the presentation', () => {
  test('has nothing that Office is known to repair, in either file', () => {
    expect(faultsIn(files.slides)).toEqual([])
    expect(faultsIn(files.speaker)).toEqual([])
  })

  test('has every slide in order, by id, and its title in the placeholder of titles', () => {
    expect(audience.slides.map(({ id }) => id)).toEqual(slides.map(({ id }) => id))
    for (const [at, slide] of slides.entries()) {
      const title = letters(audience.slides[at]?.title ?? '').replace(/[“”]/g, '')
      // A giant figure in a title parts it into boxes.
      if (slide.layout === 'network') expect(letters(titleOf(slide))).toContain(title)
      else expect(title).toBe(letters(titleOf(slide)))
      expect(title).not.toBe('')
    }
  })

  test.for(slides)('says all that $id says', (slide) => {
    const words = wordsOn(slide.id)
    for (const statement of statementsOf(slide)) {
      expect(words).toContain(letters(plain(statement.text)))
      if ('figure' in statement) expect(words).toContain(String(statement.figure))
    }
    for (const gap of slide.gaps ?? []) expect(words).toContain(letters(gap))
  })

  test('keeps the lines that were set by hand', () => {
    for (const slide of slides) {
      if (!('text' in slide.title) || slide.layout === 'network') continue
      const title = audience.slides
        .find(({ id }) => id === slide.id)
        ?.shapes.find(({ place }) => place === 'title')
      expect(title?.lines).toHaveLength(slide.title.text.length)
    }
  })

  test('has a key press for each step', () => {
    expect(audience.slides.map(({ steps }) => steps.length)).toEqual(slides.map(stepsOf))
  })

  test('has the parts as sections, and the speaker’s notes in one file only', () => {
    const parts = deck.parts.map(({ name, slides }) => [name, slides.map(({ id }) => id)])
    expect(speaker.sections.slice(1, -1).map(({ name, slides }) => [name, slides])).toEqual(parts)
    expect([speaker.sections[0]?.name, speaker.sections.at(-1)?.name]).toEqual([
      'Mở đầu',
      'Kết thúc',
    ])
    for (const [path, xml] of audience.parts) {
      expect(path).not.toContain('notes')
      for (const { notes } of slides) {
        for (const note of notes) expect(xml).not.toContain(noteText(note))
      }
    }
    for (const [at, slide] of slides.entries()) {
      const page = speaker.slides[at]?.notes ?? []
      const said = slide.notes.filter((note) => 'say' in note).map(noteText)
      expect(page.slice(0, said.length).map((note) => note.replace('[Bấm] ', ''))).toEqual(said)
      const silences = silencesOf(slide)
      if (silences.length > 0) expect(page).toContain(`Bài không nêu: ${silences.join('; ')}.`)
    }
  })

  test('links what the slides link: the source, and the parts of the programme', () => {
    for (const { slide } of placesOf(deck)) {
      const jumps = audience.slides.find(({ id }) => id === slide.id)?.jumps ?? []
      if (slide.layout === 'programme') {
        const named = slide.items.flatMap(({ parts }) => parts)
        const first = deck.parts.filter(({ name }) => named.includes(name))
        expect(jumps).toEqual(expect.arrayContaining(first.map(({ slides }) => slides[0].id)))
      }
      const about = aboutOf(deck)
      if (statementsOf(slide).length > 0 && slide !== about) expect(jumps).toContain(about.id)
    }
  })

  test('speaks Vietnamese in the fonts and colours of its theme, composed as Unicode wants', () => {
    for (const { xml } of speaker.slides) {
      expect(new Set(xml.match(/lang="[^"]+"/g))).toEqual(new Set(['lang="vi-VN"']))
      for (const [, font] of xml.matchAll(/typeface="([^"]+)"/g)) expect(font).toMatch(/^\+m[jn]-/)
      expect(xml).toBe(xml.normalize('NFC'))
      expect(xml).not.toContain('srgbClr')
      expect(xml).not.toContain('<p:pic>')
    }
  })

  test('describes each drawing, and reads the slide before its rail and its foot', () => {
    for (const { shapes } of audience.slides) {
      expect(shapes.filter(({ label }) => label).length).toBeGreaterThan(0)
      expect(shapes.at(-1)?.name).toMatch(/^(Nguồn|Số trang)$/)
      for (const { box } of shapes) {
        expect(box.x).toBeGreaterThanOrEqual(-1)
        expect(box.x + box.w).toBeLessThanOrEqual(1281)
        // The box of a very large figure begins above its ink.
        expect(box.y).toBeGreaterThanOrEqual(-50)
        expect(box.y).toBeLessThan(720)
      }
    }
  })

  test('takes 200 kB at most', () => {
    expect(files.speaker.length).toBeLessThanOrEqual(200_000)
  })
})

test('the document says what the outline says, by heading', () => {
  expect(faultsIn(files.outline)).toEqual([])
  const { paragraphs } = readDocument(files.outline)
  const whole = letters(paragraphs.map(({ text }) => text).join(''))
  expect(
    paragraphs.slice(0, 2).map(({ style, text }) => [style, text.replaceAll('\u00a0', ' ')]),
  ).toEqual([
    ['Title', 'Đề cương'],
    ['Title', deck.title],
  ])
  // What no line end may part is kept together in every program's own fonts.
  const text = paragraphs.map((one) => one.text).join('\n')
  const kept = deck.compounds.map((words) => words.replaceAll(' ', '\u00a0'))
  expect(kept.filter((words) => text.includes(words))).not.toEqual([])
  const headings = (style: string) => paragraphs.filter((one) => one.style === style)
  expect(headings('Heading1').map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(
    deck.parts.map(({ name, heading = name }) => heading),
  )
  const inParts = deck.parts.flatMap(({ slides }): readonly Slide[] => slides)
  expect(headings('Heading2')).toHaveLength(inParts.filter((slide) => !isRepeating(slide)).length)
  for (const slide of slides.filter((slide) => !isRepeating(slide))) {
    for (const statement of statementsOf(slide))
      expect(whole).toContain(letters(phraseOf(statement)))
    // What a slide counts has that number in the document too, and others letters.
    if (slide.layout !== 'topics' || slide.topics.length < 2) continue
    for (const { text } of slide.topics) {
      const words = letters(plain(text))
      const row = paragraphs.find((one) => letters(one.text).startsWith(words))
      expect(row?.style).toBe('Counted')
    }
  }
})
