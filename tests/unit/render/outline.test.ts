import { expect, test } from 'vitest'
import { deck } from '#deck'
import { appendixTitle } from '../../../src/model/deck/claims.ts'
import {
  aboutOf,
  type Deck,
  isRepeating,
  nameOf,
  silencesOf,
  slidesOf,
  statementsOf,
} from '../../../src/model/deck/deck.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { applyVersion } from '../../../src/model/version/apply-version.ts'
import { original } from '../../../src/model/version/version.ts'
import { render } from '../../../src/render/render.tsx'
import { notesIn } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { bodyTextOf, folded, textOf } from '../../support/text.ts'

// Run on the deck of the tests and on that of `slides/`.

const { body } = render('outline', deck)
const text = textOf(body)
const appendix = text.slice(text.lastIndexOf(appendixTitle))

/** The HTML of one slide's item. */
const itemOf = (id: string) =>
  body.split(/(?=<[a-z]+[^>]* data-of=)/).find((item) => item.includes(`data-of="${id}"`)) ?? ''

/** The slides that do not only repeat what others say; those the outline leaves out. */
const unrepeated = slides.filter((slide) => !isRepeating(slide))

test.for(unrepeated)('says $id word for word, with its paragraphs and what is missing', (slide) => {
  for (const { text: lines, source } of statementsOf(slide)) {
    expect(text).toContain(plain(lines))
    // Part of the page about the source is at the top.
    const home = slide === aboutOf(deck) ? text : textOf(itemOf(slide.id))
    for (const paragraph of source.at) {
      const work = source.ofSeveral ? `${source.work.name}, ` : ''
      expect(home).toMatch(new RegExp(`[(;] ?${work}đoạn [\\d, ]*\\b${paragraph}\\b`))
    }
  }
  for (const gap of silencesOf(slide)) {
    expect(appendix.slice(appendix.indexOf(nameOf(slide)))).toContain(gap)
  }
})

test.for(slides.filter(isRepeating))('says elsewhere what $id repeats below its title', (slide) => {
  for (const statement of statementsOf(slide)) {
    if (statement !== slide.title) expect(text).toContain(plain(statement.text))
  }
})

test('gathers what is missing at the end, and numbers topics as their slides do', () => {
  expect(text.match(/không nêu/g)?.length).toBe(1)
  for (const slide of slides) {
    if (slide.layout !== 'topics') continue
    expect(itemOf(slide.id)).toContain(`<ol class="counted" start="${slide.from}">`)
  }
})

test('says on top and at its end that it is the short one', () => {
  const short = textOf(
    render('outline', applyVersion(deck, { ...original, running: 'short' })).body,
  )
  expect(short).toContain('Đề cương (bản rút gọn)')
  expect(short).toContain('Trên đây là nội dung đề cương rút gọn')
  expect(text).not.toContain('rút gọn')
})

/** The words of a text, and its numbers of two digits and more. */
const wordsOf = (text: string) => text.match(/\p{L}+|\d{2,}/gu) ?? []

test.for(unrepeated)('says every word that $id shows', (slide) => {
  const home = slide === aboutOf(deck) ? text : textOf(itemOf(slide.id))
  const parts = deck.parts.map(({ name }) => name)
  // The outline counts in letters.
  const counted = slide.layout === 'topics' ? slide.topics.map((_, at) => slide.from + at) : []
  const onSlides = 'Bài báo không nêu Kết thúc'
  const said = new Set(wordsOf([home, appendix, ...parts, ...counted, onSlides].join(' ')))
  expect(wordsOf(bodyTextOf(slide.id)).filter((word) => !said.has(word))).toEqual([])
})

test('contains no note and no slide', () => {
  expect(notesIn(folded(text))).toEqual([])
  expect(body).not.toContain('<section')
})

test('marks every part and every slide with its name, so that they can be hidden or moved', () => {
  expect([...body.matchAll(/data-group="([^"]*)"/g)].map(([, name]) => name)).toEqual(
    deck.parts.map(({ name }) => name),
  )
  const shown = body.slice(0, body.indexOf('<template'))
  expect([...shown.matchAll(/data-of="([^"]*)"/g)].map(([, id]) => id)).toEqual(
    slidesOf(deck).map(({ id }) => id),
  )
})

test('of another deck contains nothing from this one', () => {
  const [, second, ...others] = deck.parts
  const small: Deck = { ...deck, parts: second ? [second] : [], closing: [deck.cover] }
  const other = render('outline', small).body
  expect(textOf(other)).toContain(deck.description)
  expect(others.length).toBeGreaterThan(0)
  for (const { name } of others) expect(other).not.toContain(`data-group="${name}"`)
})
