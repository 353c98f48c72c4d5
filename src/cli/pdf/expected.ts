import { appendixTitle } from '../../model/deck/claims.ts'
import {
  type Deck,
  isRepeating,
  leadOn,
  phraseOf,
  placesOf,
  silencesOf,
  slidesOf,
  statementsOf,
  titleOf,
} from '../../model/deck/deck.ts'
import { saidIn } from '../../model/deck/notes.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'

/** What a document printed on A4 must contain; bookmarks in order. */
export interface OnPaper {
  readonly texts: readonly string[]
  readonly bookmarks: readonly string[]
  /** The most pages it may take. */
  readonly most: number
}

/** What each PDF must contain. */
export interface Expected {
  /** The titles of the slides: each has a page and a bookmark. */
  readonly slides: readonly string[]
  /** The slides and their notes, for the speaker. */
  readonly notes: OnPaper
  /** The slides and what the source does not say, with lines to write on. */
  readonly audience: OnPaper
  /**
   * The claims without slide pictures and notes. Parts have bookmarks there; slides that only repeat
   * what others say are left out.
   */
  readonly outline: OnPaper
}

/** How many slides a talk has at most; a longer deck is several talks. */
const talk = 24

const ownPoints = (slide: Slide): readonly string[] =>
  slide.layout === 'local' ? slide.points : []

/** The statements of a slide as it shows them: one that repeats a count leaves out its verb. */
const phrasesOn = (slide: Slide): readonly string[] =>
  statementsOf(slide).map((one) => (isRepeating(slide) ? plain(one.text) : phraseOf(one)))

/** Lists from a deck what its PDFs must contain. */
export function expectedPrints(deck: Deck): Expected {
  const slides = slidesOf(deck)
  const titles = slides.map(titleOf)
  const saidBy = (slides: readonly Slide[]) => [
    ...slides.flatMap((slide) => [...phrasesOn(slide), ...ownPoints(slide)]),
    ...slides.flatMap(silencesOf),
  ]
  const said = saidBy(slides)
  const notes = placesOf(deck).flatMap(({ slide, number }) =>
    [...saidIn(slide.notes), slide.ownNote, leadOn(deck, number)].flatMap((text) => text ?? []),
  )
  // What they repeat may be hidden in a private version, and then the outline does not say it.
  const unrepeated = (slides: readonly Slide[]) => slides.filter((slide) => !isRepeating(slide))
  const headings = (slides: readonly Slide[]) => unrepeated(slides).map(titleOf)
  const own = slides.filter(({ layout }) => layout === 'local').length
  return {
    slides: titles,
    notes: {
      texts: [...said, ...notes],
      bookmarks: titles,
      // Notes may continue on another page; more than two pages a slide would be a mistake.
      most: 2 * titles.length,
    },
    audience: {
      texts: said,
      bookmarks: titles,
      // Three slides a sheet, two on the first, below the title.
      most: 1 + Math.ceil(titles.length / 3),
    },
    outline: {
      texts: saidBy(unrepeated(slides)),
      bookmarks: [
        deck.title,
        titleOf(deck.cover),
        ...(deck.opening ?? []).map(titleOf),
        ...deck.parts.flatMap(({ name, heading = name, slides }) => [heading, ...headings(slides)]),
        ...headings(deck.closing),
        ...(slides.some((slide) => silencesOf(slide).length > 0) ? [appendixTitle] : []),
      ],
      // Two sheets, which are four pages, for as many slides as a talk has; half a page for each of the
      // others and of the speaker's.
      most: 4 + Math.ceil((Math.max(slides.length - own - talk, 0) + own) / 2),
    },
  }
}
