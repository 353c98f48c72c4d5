import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { gapsOf, nameOf, statementsOf, stepsOf, titleOf } from '../../../src/model/deck/deck.ts'
import { noteText } from '../../../src/model/deck/notes.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { slides } from '../../support/slides.ts'
import { body, folded, htmlOf, textOf, textOfSlide } from '../../support/text.ts'

// Run on the deck of the tests and on that of `slides/`.

describe.for(slides)('$id', (slide) => {
  const html = htmlOf(slide.id)
  const text = textOfSlide(slide.id)

  test('says each of its statements and names their sources', () => {
    for (const { text: lines, source } of statementsOf(slide)) {
      expect(text).toContain(plain(lines))
      for (const paragraph of source.at) {
        expect(text).toMatch(
          new RegExp(`Theo ${source.work.name}, đoạn [\\d, ]*\\b${paragraph}\\b`),
        )
      }
    }
  })

  test('says what its source does not name', () => {
    for (const gap of gapsOf(slide)) expect(text).toContain(gap)
    if (gapsOf(slide).length > 0) expect(text).toContain('Bài báo không nêu')
  })

  test('has one heading, which contains its title', () => {
    const headings = [...html.matchAll(/<(h[1-6])\b.*?<\/\1>/gs)].map(([whole]) => textOf(whole))
    expect(headings).toHaveLength(1)
    expect(headings[0]).toContain(titleOf(slide))
  })

  test('has as many fragments as the model counts steps', () => {
    expect(html.match(/class="[^"]*\bfragment\b/g) ?? []).toHaveLength(stepsOf(slide))
  })

  test('has its name as data', () => {
    expect(html).toContain(`data-name="${nameOf(slide)}"`)
  })

  test('contains no note', () => {
    for (const note of slide.notes.map(noteText)) {
      for (const sentence of note.split(/(?<=[.:;]) /).filter(({ length }) => length > 40)) {
        expect(folded(body)).not.toContain(sentence)
      }
    }
  })
})

describe('the page', () => {
  test('shows no word that the deck does not contain', () => {
    const own =
      'Bài báo không nêu Kết thúc Số thứ tự do người biên tập đánh. Theo đoạn “ ” . 0 1 2 3 4 5 6 7 8 9'
    const parts = deck.parts.map(({ name }) => name).join(' ')
    const said = new Set(
      `${JSON.stringify(slides.map(({ notes: _, ...slide }) => slide))} ${parts} ${own}`
        .split(/[^\p{L}]+/u)
        .filter(Boolean),
    )
    for (const { id } of slides) {
      const words = textOfSlide(id)
        .split(/[^\p{L}]+/u)
        .filter(Boolean)
      expect(
        words.filter((word) => !said.has(word)),
        id,
      ).toEqual([])
    }
  })

  test('links only to existing slides', () => {
    const targets = [...body.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(slides.length)
    expect(slides.map(({ id }) => id)).toEqual(expect.arrayContaining(targets))
  })
})
