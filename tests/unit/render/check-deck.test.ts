import { expect, test } from 'vitest'
import { deck } from '#deck'
import type { Deck } from '../../../src/model/deck/deck.ts'
import { slidesOf } from '../../../src/model/deck/deck.ts'
import type { Slide } from '../../../src/model/deck/slide.ts'
import { checkDeck, withDeck } from '../../../src/render/check-deck.tsx'
import { render } from '../../../src/render/render.tsx'

/** The deck with other fields than it may have. */
const deckWith = (fields: object): Deck => ({ ...deck, ...fields }) as Deck

/** The deck with a slide of the first part replaced by one that the compiler would not accept. */
function withSlide(make: (slide: Slide) => object | undefined): Deck {
  const [first, ...others] = deck.parts
  const [slide, ...rest] = first?.slides ?? []
  if (!slide) throw new Error('The deck has no part.')
  return deckWith({ parts: [{ ...first, slides: [make(slide), ...rest] }, ...others] })
}

const second = slidesOf(deck)[1]?.id

test('a deck that the compiler accepts is sound', () => {
  expect(() => checkDeck(deck)).not.toThrow()
})

test.for([
  [deckWith({ parts: undefined }), 'thiếu parts'],
  [deckWith({ cover: undefined, imprint: 5 }), 'thiếu imprint, cover'],
  // What a module that exports nothing of the kind exports.
  [undefined as unknown as Deck, 'thiếu compounds'],
  [deckWith({ closing: [] }), 'thiếu closing'],
  [deckWith({ parts: [{ name: 'Một', slides: [] }] }), 'Phần “Một” chưa có trang nào.'],
  [deckWith({ id: '../khác' }), 'Bộ trang chiếu có id “../khác”'],
  [
    withSlide((slide) => ({ ...slide, id: deck.cover.id })),
    `Hai trang cùng có id “${deck.cover.id}”`,
  ],
  [withSlide((slide) => ({ ...slide, id: 'số 1' })), 'Trang thứ 2 có id “số 1”'],
  [withSlide(() => undefined), 'Trang thứ 2 có id “”'],
] as const)('what would be taken for something else is refused: %#', ([broken, words]) => {
  expect(() => checkDeck(broken)).toThrow(words)
})

test.for([
  [{ layout: 'bảng' }, 'Không có layout “bảng”.'],
  [{ notes: undefined }, 'undefined'],
  [{ title: undefined }, 'undefined'],
  [{ title: { text: 'một dòng', source: undefined } }, ''],
] as const)('a slide with %j is named, with what went wrong', ([fields, detail]) => {
  const broken = withSlide((slide) => ({ ...slide, ...fields }))
  expect(() => withDeck(broken, () => render('index', broken))).toThrow(
    expect.objectContaining({
      name: 'DeckError',
      message: `Trang có id “${second}” ghi chưa đúng, không hiện được.`,
      cause: expect.objectContaining({ message: expect.stringContaining(detail) }),
    }),
  )
})

test('what is wrong with this program is not blamed on a slide', () => {
  const fail = () => {
    throw new TypeError('ours')
  }
  expect(() => withDeck(deck, fail)).toThrow('ours')
})
