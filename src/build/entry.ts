import { deck as whole } from '#deck'
import {
  phraseOf,
  runningOrderOf,
  silencesOf,
  slidesOf,
  statementsOf,
  titleOf,
} from '../model/deck/deck.ts'
import type { RunningOrder } from '../model/deck/running-order.ts'
import type { Slide } from '../model/deck/slide.ts'
import {
  type DocumentName,
  type PackedView,
  type Rendered,
  render,
  renderViews,
} from '../render/render.tsx'
import { remarksFor, shownDeck } from './version.ts'

/** Renders a page of this deck; the one place where slides meet rendering. */
export const renderPage = (name: DocumentName): Rendered => render(name, shownDeck(whole))

/** Renders the pages that a packed file of this deck holds besides the deck. */
export const renderPackedViews = (speaker: boolean): readonly PackedView[] =>
  renderViews(shownDeck(whole), speaker)

/** What this deck is told from others by. */
export const deckId: string = whole.id

/** The slides of this deck as a relay knows them. */
export const deckRunningOrder = (): RunningOrder => runningOrderOf(shownDeck(whole))

export { isDocument } from '../render/render.tsx'

/** What to know before the version that is shown is printed. */
export const versionRemarks = (): readonly string[] => remarksFor(whole)

/** What a document on paper must say, and by what it must be bookmarked, in order. */
export interface OnPaper {
  readonly title: string
  readonly texts: readonly string[]
  readonly bookmarks: readonly string[]
  /** The most pages it may take. */
  readonly most: number
}

/** What each print of the deck must be. */
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

/** What the prints of this deck must be, by the deck itself. */
export function expectedPrints(): Expected {
  const deck = shownDeck(whole)
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
      title: `Tài liệu phát tay – ${deck.title}`,
      texts: [...said, ...notes],
      bookmarks: titles,
      // Notes may run on: two pages a slide are far too many.
      most: 2 * titles.length,
    },
    outline: {
      title: renderPage('outline').title,
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
