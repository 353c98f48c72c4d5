import {
  type Deck,
  phraseOf,
  silencesOf,
  slidesOf,
  statementsOf,
  titleOf,
} from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'

/** The texts and bookmarks that a printed document must have, bookmarks in order. */
export interface OnPaper {
  readonly texts: readonly string[]
  readonly bookmarks: readonly string[]
  /** The most pages it may take. */
  readonly most: number
}

/** What each PDF must contain. */
export interface Expected {
  /** The title of each slide, which has a page and a bookmark of its own. */
  readonly slides: readonly string[]
  /** The slides with their notes. */
  readonly handout: OnPaper
  /** Neither slides nor notes; the parts are headings there, the gathered gaps are not. */
  readonly outline: OnPaper
}

const ownPoints = (slide: Slide): readonly string[] =>
  slide.layout === 'local' ? slide.points : []

/** Lists from a deck what its PDFs must contain. */
export function expectedPrints(deck: Deck): Expected {
  const slides = slidesOf(deck)
  const titles = slides.map(titleOf)
  const said = slides.flatMap((slide) => [
    ...statementsOf(slide).map(phraseOf),
    ...silencesOf(slide),
    ...ownPoints(slide),
  ])
  const notes = slides.flatMap(({ notes, ownNote }) => [
    ...notes.map(({ text }) => text),
    ...(ownNote ? [ownNote] : []),
  ])
  const own = slides.filter(({ layout }) => layout === 'local').length
  return {
    slides: titles,
    handout: {
      texts: [...said, ...notes],
      bookmarks: titles,
      // Notes may run on: two pages a slide are far too many.
      most: 2 * titles.length,
    },
    outline: {
      texts: said,
      bookmarks: [
        deck.title,
        titleOf(deck.cover),
        ...(deck.opening ?? []).map(titleOf),
        ...deck.parts.flatMap(({ name, slides }) => [name, ...slides.map(titleOf)]),
        ...deck.closing.filter(({ layout }) => layout !== 'gaps').map(titleOf),
      ],
      // Two sheets, and what a speaker adds.
      most: 4 + Math.ceil(own / 2),
    },
  }
}
