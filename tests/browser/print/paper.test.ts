import { beforeAll, describe, expect, test } from 'vitest'
import { deck } from '#deck'
import type { PdfContent } from '../../../src/cli/pdf/read-pdf.ts'
import { appendixTitle } from '../../../src/model/deck/claims.ts'
import {
  aboutOf,
  isRepeating,
  nameOf,
  placesOf,
  silencesOf,
  statementsOf,
  titleOf,
} from '../../../src/model/deck/deck.ts'
import { noteText, saidIn } from '../../../src/model/deck/notes.ts'
import { plain } from '../../../src/model/deck/text.ts'
import { noteSentences, notesIn, remindersIn } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import { catalogOf, fontsOf } from '../support/pdf-parts.ts'
import { type Placed, placedTextsOf, tagsOf } from '../support/placed.ts'
import { contentOf, prints } from '../support/prints.ts'

// Run on the deck of the tests and on that of `slides/`.

const letters = (text: string) => text.replace(/\s+/gu, '')

interface Paper {
  readonly pdf: Uint8Array
  readonly read: PdfContent
  readonly placed: readonly (readonly Placed[])[]
  /** All of its text, the page numbers left out. */
  readonly whole: string
}

const papers: Record<string, Paper> = {}
const paper = (name: string) => papers[name] as Paper

beforeAll(async () => {
  const made = await prints()
  for (const name of ['notes', 'audience', 'outline'] as const) {
    const pdf = made[name]
    const read = await contentOf(pdf)
    const whole = read.pages.map((text, at) => (at > 0 ? text.replace(/^\d+/, '') : text)).join('')
    papers[name] = { pdf, read, placed: await placedTextsOf(pdf), whole: letters(whole) }
  }
})

describe.for(['notes', 'outline'])('the %s', (name) => {
  const title = name === 'notes' ? 'Trang chiếu kèm ghi chú báo cáo viên' : 'Đề cương'
  const count = name === 'notes' ? 5 : 2

  test('is A4, Vietnamese, tagged, called by its title', async () => {
    const { pages, ...rest } = await catalogOf(paper(name).pdf)
    for (const { width, height } of pages) {
      expect(Math.abs(width - 595.3)).toBeLessThan(1)
      expect(Math.abs(height - 841.9)).toBeLessThan(1)
    }
    expect(rest).toEqual({
      title: `${title} – ${deck.title}`,
      language: '(vi)',
      displaysTitle: 'true',
      marked: 'true',
    })
  })

  test('embeds its fonts, Tinos in two weights among them, none of Type 3', async () => {
    const fonts = await fontsOf(paper(name).pdf)
    const names = fonts.map((font) => font.name.replace(/^[A-Z]{6}\+/, ''))
    expect(names).toEqual(expect.arrayContaining(['Tinos', 'Tinos-Bold']))
    expect(names).toHaveLength(count)
    for (const font of fonts) expect(font).toMatchObject({ subtype: 'Type0', embedded: true })
  })

  test('keeps margins of 20, 20, 30 and 15 mm', () => {
    for (const [at, page] of paper(name).placed.entries()) {
      for (const { text, left, right, base } of page) {
        if (text === String(at + 1) && base < 20) continue
        expect(left, text).toBeGreaterThanOrEqual(29.85)
        expect(right, text).toBeLessThanOrEqual(195.5)
        expect(base, text).toBeGreaterThan(22)
        expect(base, text).toBeLessThan(277)
      }
    }
  })

  test('sets its own text in 14 points, its title in 16, what the notes say of themselves in 11', () => {
    const texts = paper(name).placed.flatMap((page, at) => page.map((one) => ({ ...one, at })))
    for (const { text, face, size, at } of texts) {
      if (!face.startsWith('Tinos')) continue
      const sizes = name === 'notes' && at === 0 ? [11, 14, 16.1] : [14, 16.1]
      expect(sizes, text).toContain(Math.round(size * 10) / 10)
    }
  })

  test('numbers its pages at the top in the middle, from the second on', () => {
    for (const [at, page] of paper(name).placed.entries()) {
      const above = page.filter(({ base }) => base < 20)
      expect(above.map(({ text }) => text)).toEqual(at > 0 ? [String(at + 1)] : [])
      for (const { left, right, face } of above) {
        expect((left + right) / 2).toBeCloseTo(112.5, 0)
        expect(face).toBe('Tinos')
      }
    }
  })

  test('says on page 1 what it is, and pretends to no office', () => {
    const { read, whole } = paper(name)
    const about = aboutOf(deck)
    const rows = about?.layout === 'labelled' ? about.rows : []
    const said = rows.flatMap((row) =>
      deck.imprint.includes(row.label)
        ? [`${row.label}: ${plain('text' in row ? row.text : row.editorial)}`]
        : [],
    )
    expect(said).toHaveLength(deck.imprint.length)
    for (const words of [title, deck.title, ...said]) {
      expect(letters(read.pages[0] ?? '')).toContain(letters(words))
    }
    for (const head of [
      'Cộng hoà',
      'Cộng hòa',
      'Độc lập',
      'Đảng Cộng sản',
      'Số:',
      'Nơi nhận',
      'Kính gửi',
      'TM.',
    ]) {
      expect(whole.toLowerCase()).not.toContain(letters(head).toLowerCase())
    }
  })

  test('says every statement and all that is missing, in precomposed letters', () => {
    const { read, whole } = paper(name)
    for (const text of read.pages) expect(text).toBe(text.normalize('NFC'))
    for (const slide of slides) {
      if (name === 'outline' && isRepeating(slide)) continue
      for (const { text } of statementsOf(slide)) expect(whole).toContain(letters(plain(text)))
      for (const gap of silencesOf(slide)) expect(whole).toContain(letters(gap))
    }
  })

  test('tags its headings, and the lists of what is numbered', async () => {
    const roles = (await tagsOf(paper(name).pdf)).flatMap(({ role }) => role ?? [])
    const headings = roles.filter((role) => /^H\d$/.test(role))
    expect(headings).toHaveLength(paper(name).read.bookmarks.length)
    if (name === 'outline') expect(roles).toEqual(expect.arrayContaining(['L', 'LI', 'Lbl']))
  })

  test('has no page that is nearly empty but the last', () => {
    for (const page of paper(name).placed.slice(0, -1)) {
      expect(Math.max(...page.map(({ base }) => base))).toBeGreaterThan(150)
    }
  })
})

describe('the slides with notes', () => {
  test('has a page a slide, its number the slide’s, all that is said on it, and no reminder', () => {
    const { read } = paper('notes')
    expect(read.pages).toHaveLength(slides.length)
    for (const [at, { title, notes, ...slide }] of slides.entries()) {
      const page = letters(read.pages[at] ?? '')
      expect(page).toContain(letters(titleOf({ title, notes, ...slide } as (typeof slides)[0])))
      expect(page).toContain(`Trang${at + 1}/${slides.length}`)
      for (const text of saidIn(notes)) expect(page).toContain(letters(text))
      for (const text of remindersIn(notes)) expect(page).not.toContain(letters(text))
    }
  })

  test('has the bookmarks of the slides', () => {
    const { bookmarks } = paper('notes').read
    expect(bookmarks.map(({ depth }) => depth)).toEqual(
      placesOf(deck).map(({ number, part }) =>
        number === 1 ? 0 : part && part.within > 0 ? 2 : 1,
      ),
    )
    for (const [at, slide] of slides.entries()) {
      expect(letters(bookmarks[at]?.title ?? '')).toContain(letters(titleOf(slide)))
    }
  })
})

describe('what is handed to the audience', () => {
  test('is each slide with its paragraphs and what is missing, three a sheet', () => {
    const { read, whole, placed } = paper('audience')
    expect(read.pages).toHaveLength(Math.ceil(slides.length / 3))
    expect(letters(read.pages[0] ?? '')).toContain(letters('Tài liệu phát cho người nghe'))
    for (const [at, slide] of slides.entries()) {
      expect(whole).toContain(`Trang${at + 1}/${slides.length}`)
      for (const { text } of statementsOf(slide)) expect(whole).toContain(letters(plain(text)))
      for (const gap of silencesOf(slide)) expect(whole).toContain(letters(gap))
    }
    expect(paper('audience').read.bookmarks.map(({ title }) => title)).toEqual(
      paper('notes').read.bookmarks.map(({ title }) => title),
    )
    for (const { text, face, size } of placed.flat()) {
      if (face.startsWith('Tinos')) expect(size, text).toBeGreaterThanOrEqual(10.9)
    }
  })

  test.for(['audience', 'outline'])(
    'holds nothing of what the speaker says or is reminded of: %s',
    (name) => {
      for (const { notes } of slides) {
        for (const note of notes) expect(paper(name).whole).not.toContain(letters(noteText(note)))
      }
    },
  )
})

describe('the outline', () => {
  test('has four pages at most, no note, no picture of a slide', () => {
    const { read, whole, placed } = paper('outline')
    expect(read.pages.length).toBeLessThanOrEqual(4)
    expect(noteSentences.filter((sentence) => whole.includes(letters(sentence)))).toEqual([])
    expect(notesIn(read.pages.join(' '))).toEqual([])
    expect(new Set(placed.flat().map(({ face }) => face))).toEqual(new Set(['Tinos', 'Tinos-Bold']))
  })

  test('numbers its parts', () => {
    const text = paper('outline').read.pages.join(' ')
    for (const [at, { name, heading = name }] of deck.parts.entries()) {
      expect(text).toContain(`${'I II III IV V VI'.split(' ')[at]}. ${heading}`)
    }
  })

  test('has a bookmark a part and a slide, each whole', () => {
    const { bookmarks } = paper('outline').read
    expect(bookmarks.map(({ title, depth }) => `${depth} ${title.replace(/[“”]/g, '')}`)).toEqual([
      `0 ${deck.title}`,
      `1 ${titleOf(deck.cover)}`,
      ...deck.parts.flatMap(({ name, heading = name, slides }) => [
        `1 ${heading}`,
        ...slides
          .filter((slide) => !isRepeating(slide))
          .map((slide) =>
            nameOf(slide) === titleOf(slide)
              ? `2 ${titleOf(slide)}`
              : `2 ${nameOf(slide)}: ${titleOf(slide)}`,
          ),
      ]),
      ...deck.closing.filter((slide) => !isRepeating(slide)).map((slide) => `1 ${titleOf(slide)}`),
      `1 ${appendixTitle}`,
    ])
  })

  test('leaves no heading at the foot of a page', () => {
    for (const page of paper('outline').placed) {
      const last = Math.max(...page.map(({ base }) => base))
      const line = page.filter(({ base }) => Math.abs(base - last) < 1)
      expect(
        line.every(({ face }) => face === 'Tinos-Bold'),
        line[0]?.text,
      ).toBe(false)
    }
  })
})
