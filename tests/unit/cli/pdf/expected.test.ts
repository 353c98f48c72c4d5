import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { expectedPrints } from '../../../../src/cli/pdf/expected.ts'
import { isRepeating, runningOrderOf, slidesOf, titleOf } from '../../../../src/model/deck/deck.ts'
import { saidIn } from '../../../../src/model/deck/notes.ts'
import { applyVersion } from '../../../../src/model/version/apply-version.ts'
import { addSlide } from '../../../../src/model/version/edit-version.ts'
import { original } from '../../../../src/model/version/version.ts'
import { render } from '../../../../src/render/render.tsx'
import { remindersIn } from '../../../support/notes.ts'
import { textOf } from '../../../support/text.ts'

const runningOrder = runningOrderOf(deck)
const last = runningOrder.at(-1)?.id ?? ''
const squeezed = (text: string) => text.replace(/\s/gu, '')

/** The deck with a slide of the speaker's own, and a note. */
const { version, id } = addSlide(runningOrder, original, runningOrder[1]?.id ?? '')
const own = applyVersion(deck, {
  ...version,
  own: version.own.map((slide) => ({ ...slide, title: 'Ở huyện ta', points: ['Đã có 7 tủ sách'] })),
  notes: { [id]: 'Kể chuyện tủ sách', [last]: 'Cảm ơn' },
})

describe('what the PDFs of a deck must contain', () => {
  const expected = expectedPrints(deck)

  test('the slides: a page and a bookmark each, by its title', () => {
    expect(expected.slides).toEqual(slidesOf(deck).map(titleOf))
    for (const { bookmarks } of [expected.notes, expected.audience]) {
      expect(bookmarks).toEqual(expected.slides)
    }
  })

  test('the slides on A4: all that the outline says; for the speaker every note to be said', () => {
    const { texts } = expected.audience
    expect(texts).toEqual(expect.arrayContaining([...expected.outline.texts]))
    expect(expected.notes.texts).toEqual(expect.arrayContaining([...texts]))
    const notes = slidesOf(deck).flatMap(({ notes }) => notes)
    expect(expected.notes.texts).toEqual(expect.arrayContaining([...saidIn(notes)]))
    for (const text of remindersIn(notes)) expect(expected.notes.texts).not.toContain(text)
  })

  test('the outline: each part a heading before its slides, those that repeat others left out', () => {
    const { bookmarks } = expected.outline
    expect(bookmarks[0]).toBe(deck.title)
    for (const { name, heading = name, slides } of deck.parts) {
      const from = bookmarks.indexOf(heading)
      const titles = slides.filter((slide) => !isRepeating(slide)).map(titleOf)
      expect(bookmarks.slice(from + 1, from + 1 + titles.length)).toEqual(titles)
    }
    const repeating = deck.closing.filter(isRepeating).map(titleOf)
    expect(repeating.length).toBeGreaterThan(0)
    expect(bookmarks.filter((title) => repeating.includes(title))).toEqual([])
  })

  test('the outline: half a page more for each slide beyond those of a talk', () => {
    const slide = deck.closing[0]
    const most = (more: number) =>
      expectedPrints({
        ...deck,
        closing: [...deck.closing, ...Array.from({ length: more }, () => slide)],
      }).outline.most
    expect(most(24 - slidesOf(deck).length)).toBe(expected.outline.most)
    expect(most(124 - slidesOf(deck).length)).toBe(expected.outline.most + 50)
  })

  test('the outline: what it says, also where a slide that others repeat is hidden', () => {
    for (const { id } of slidesOf(deck)) {
      const shown = applyVersion(deck, { ...original, hidden: [id] })
      const text = squeezed(textOf(render('outline', shown).body))
      const missing = expectedPrints(shown).outline.texts.filter(
        (said) => !text.includes(squeezed(said)),
      )
      expect(missing, `without ${id}`).toEqual([])
    }
  })

  test('a recap: what it shows of a count whose slide is hidden', () => {
    const { texts } = expectedPrints(
      applyVersion(deck, { ...original, hidden: ['con-so'] }),
    ).audience
    expect(texts).toContain('thùng sách')
    expect(texts).not.toContain('mở và xếp lên kệ 3 thùng sách')
  })

  test('what a private version adds: slide and points on each, the notes for the speaker alone', () => {
    const { slides, notes, audience, outline } = expectedPrints(own)
    expect(slides).toHaveLength(expected.slides.length + 1)
    expect(slides).toContain('Ở huyện ta')
    for (const print of [notes, audience, outline]) expect(print.texts).toContain('Đã có 7 tủ sách')
    for (const note of ['Kể chuyện tủ sách', 'Cảm ơn']) {
      expect(notes.texts).toContain(note)
      expect(audience.texts).not.toContain(note)
      expect(outline.texts).not.toContain(note)
    }
  })
})
