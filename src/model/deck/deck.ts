import { type NonEmpty, nonEmpty } from '../non-empty.ts'
import { pauses, secondsToSay, wordsSaid } from './reading-time.ts'
import type { RunningOrder, SlideInfo } from './running-order.ts'
import type { Count, CoverSlide, Note, Slide, Statement } from './slide.ts'
import type { Source } from './source.ts'
import { plain, wordsIn } from './text.ts'

/** A named section of the talk. Links and bookmarks to it lead to its first slide. */
export interface Part {
  readonly name: string
  /** Its heading in the outline, where the name is too short to stand alone. */
  readonly heading?: string
  readonly slides: NonEmpty<Slide>
}

/** The ordered slides and their title. */
export interface Deck {
  /** ASCII and unique: separates this deck's stored data from that of other decks. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Compounds that must not be broken across lines, spelled as in the texts: «Ban Tuyên giáo». */
  readonly compounds: readonly string[]
  readonly cover: CoverSlide
  /** Slides that the speaker has added between the cover and the first part. */
  readonly opening?: readonly Slide[]
  readonly parts: readonly Part[]
  /** Slides after the last part; the last one names the source. */
  readonly closing: NonEmpty<Slide>
  /** Set if this is the short running order of a deck: see `applyVersion`. */
  readonly short?: true
  /**
   * Minutes for questions after the last slide, which are no slide's time; none if absent. A private
   * version may plan any whole number of seconds.
   */
  readonly questions?: number
  /** Labels of the rows of the last slide that begin every paper document, in this order. */
  readonly imprint: readonly string[]
}

/** A slide and its place in the deck. Numbers count from 1, indexes from 0. */
export interface Place {
  readonly slide: Slide
  readonly number: number
  readonly total: number
  /** Absent on the cover and after the last part. */
  readonly part?: { readonly index: number; readonly within: number }
}

/** The slide about the source: the last table after the parts, or else the last slide. */
export const aboutOf = ({ closing }: Deck): Slide =>
  closing.filter(({ layout }) => layout === 'labelled').at(-1) ?? closing.at(-1) ?? closing[0]

const slideLists = new WeakMap<Deck, readonly Slide[]>()

/** Every slide in running order. */
export function slidesOf(deck: Deck): readonly Slide[] {
  const { cover, opening = [], parts, closing } = deck
  // Cached, because a deck never changes and what is said of a slide depends on its neighbours.
  const slides = slideLists.get(deck) ?? [
    cover,
    ...opening,
    ...parts.flatMap(({ slides }) => slides),
    ...closing,
  ]
  slideLists.set(deck, slides)
  return slides
}

/** Every slide in running order, with its place. */
export function placesOf(deck: Deck): readonly Place[] {
  const parts = new Map<Slide, { index: number; within: number }>()
  deck.parts.forEach(({ slides }, index) => {
    slides.forEach((slide, within) => {
      parts.set(slide, { index, within })
    })
  })
  return slidesOf(deck).map((slide, at, { length }) => {
    const part = parts.get(slide)
    return { slide, number: at + 1, total: length, ...(part && { part }) }
  })
}

/** The layouts of slides that only say again what others say. */
export const repeatingLayouts: readonly string[] = [
  'opener',
  'recap',
  'ending',
  'gaps',
] satisfies Slide['layout'][]

/**
 * Whether a slide only says again what others say. Papers leave it out: on screen it gives an
 * overview, which on paper the others give themselves.
 */
export const isRepeating = ({ layout }: Slide): boolean => repeatingLayouts.includes(layout)

/** A slide's title as one sentence, without a number. */
export const titleOf = ({ title }: Slide): string =>
  plain('text' in title ? title.text : title.editorial)

/** The name of a slide in speech and in lists: «Đột phá 3», or else its title. */
export const nameOf = (slide: Slide): string =>
  'order' in slide && slide.order ? `${slide.order.kind} ${slide.order.number}` : titleOf(slide)

/** The name of a slide within a sentence: an official title in quotation marks. */
export const quotedNameOf = (slide: Slide): string =>
  slide.layout === 'quoted' ? `“${nameOf(slide)}”` : nameOf(slide)

/**
 * The words that lead on from a slide, by its number in the running order: to the next slide as it
 * stands there, or to the questions. No module writes them, because a version may move any slide.
 */
export function leadOn(deck: Deck, number: number): string | undefined {
  const next = slidesOf(deck)[number]
  if (!next) return deck.questions ? 'Tiếp theo: hỏi đáp.' : undefined
  return `Tiếp theo: ${quotedNameOf(next)}.`
}

/** All statements of a slide in reading order, including the title. */
export function statementsOf(slide: Slide): readonly Statement[] {
  const title = 'text' in slide.title ? [slide.title] : []
  switch (slide.layout) {
    case 'cover':
      return [...title, slide.focus, ...slide.facts]
    case 'network':
      return [...title, slide.hub]
    case 'people':
      return [...title, ...slide.people.flatMap(({ name, roles, deed }) => [name, ...roles, deed])]
    case 'programme':
      return [...title, ...slide.items]
    case 'quoted':
      return [slide.act, ...title]
    case 'counts':
    case 'units':
      return [...title, ...slide.counts]
    case 'halves':
      return [...title, ...slide.left, ...slide.right]
    case 'points':
      return [...title, ...(slide.lead ? [slide.lead] : []), ...slide.rows]
    case 'labelled':
    case 'ending':
      return [...title, ...slide.rows.filter((row) => 'text' in row)]
    case 'opener':
      return [...title, ...slide.items]
    case 'recap':
      return slide.rows.flatMap((row) => ('items' in row ? row.items : row.quoted))
    case 'topics':
      return [...title, ...slide.topics]
    case 'sentence':
    case 'gaps':
    case 'local':
      return title
    default:
      return slide satisfies never
  }
}

/** A statement as one phrase; a count reads down its column: «xem xét 3 báo cáo». */
export const phraseOf = (statement: Statement | Count): string =>
  [
    'lead' in statement && statement.lead,
    'figure' in statement && statement.figure,
    plain(statement.text),
  ]
    .filter(Boolean)
    .join(' ')

/** The sources of a slide's statements, in reading order. */
export const sourcesOf = (slide: Slide): readonly Source[] =>
  statementsOf(slide).map(({ source }) => source)

/** The number of key presses until a slide is shown in full. */
export function stepsOf(slide: Slide): number {
  switch (slide.layout) {
    case 'network':
      return 1
    case 'counts':
    case 'units':
      return slide.counts.length - 1
    case 'topics':
      return slide.topics.length - 1
    case 'cover':
    case 'people':
    case 'programme':
    case 'quoted':
    case 'halves':
    case 'points':
    case 'sentence':
    case 'labelled':
    case 'opener':
    case 'recap':
    case 'ending':
    case 'gaps':
    case 'local':
      return 0
    default:
      return slide satisfies never
  }
}

const runningOrders = new WeakMap<Deck, RunningOrder>()

/**
 * The running order of a deck, by which windows, relays and versions know it: ids, names, parts,
 * times and steps, no texts.
 */
export function runningOrderOf(deck: Deck): RunningOrder {
  // Cached, because a deck never changes and the rail of every slide needs it.
  const runningOrder = runningOrders.get(deck) ?? makeRunningOrder(deck)
  runningOrders.set(deck, runningOrder)
  return runningOrder
}

function makeRunningOrder(deck: Deck): RunningOrder {
  const infoOf = ({ slide, part }: Place): SlideInfo => ({
    id: slide.id,
    name: nameOf(slide),
    part: part ? (deck.parts[part.index]?.name ?? '') : '',
    seconds: secondsOf(slide),
    ...(slide.core && { core: slide.core }),
    steps: stepsOf(slide),
  })
  return nonEmpty(placesOf(deck).map(infoOf))
}

/**
 * The planned time of a slide, in whole seconds: for what its notes say, the speaker's own note
 * included, for its steps, and for turning to it. An own slide takes what the speaker has planned, and
 * so does every slide whose time a private version sets.
 */
export function secondsOf(slide: Slide): number {
  if (slide.planned !== undefined) return slide.planned
  if (slide.layout === 'local') return slide.seconds
  const { notes, ownNote = '' } = slide
  const said = secondsToSay(wordsSaid(notes))
  const { seconds = said + pauses.step * stepsOf(slide) + pauses.slide } = slide
  return seconds + secondsToSay(wordsIn(ownNote))
}

/** The planned time of a deck in whole seconds, without that for questions. */
export const plannedSeconds = (deck: Deck): number =>
  slidesOf(deck).reduce((sum, slide) => sum + secondsOf(slide), 0)

/** The planned time for questions, in whole seconds. */
export const questionSeconds = ({ questions = 0 }: Deck): number => Math.round(questions * 60)

/** The gaps of the source that a slide shows, including those of its figures. */
export const gapsOf = (slide: Slide): readonly string[] => [
  ...('counts' in slide ? slide.counts.flatMap(({ gap }) => gap ?? []) : []),
  ...(slide.gaps ?? []),
]

/**
 * All gaps of the source on a slide's subject: those that it shows, and those that only the speaker
 * sees.
 */
export const silencesOf = (slide: Slide): readonly string[] => [
  ...gapsOf(slide),
  ...(slide.furtherGaps ?? []),
]

/** The notes of a deck by slide id. */
export type NotesBySlide = Readonly<Record<string, readonly Note[]>>

/** Lists the notes of a deck by slide id. */
export const notesBySlide = (deck: Deck): NotesBySlide =>
  Object.fromEntries(slidesOf(deck).map(({ id, notes }) => [id, notes]))

/** The deck with each of its slides changed, in their places. */
function mapSlides(deck: Deck, change: <Kind extends Slide>(slide: Kind) => Kind): Deck {
  const each = (slides: NonEmpty<Slide>) => nonEmpty(slides.map(change))
  return {
    ...deck,
    cover: change(deck.cover),
    ...(deck.opening && { opening: deck.opening.map(change) }),
    parts: deck.parts.map((part) => ({ ...part, slides: each(part.slides) })),
    closing: each(deck.closing),
  }
}

/** The deck with these notes instead of its own. */
export const withNotes = (deck: Deck, notes: NotesBySlide): Deck =>
  mapSlides(deck, (slide) => ({
    ...slide,
    notes: (Object.hasOwn(notes, slide.id) && notes[slide.id]) || [],
  }))

/** The deck as the audience may have it: without any notes, but with the time that they take. */
export const withoutNotes = (deck: Deck): Deck =>
  mapSlides(deck, (slide) => ({
    ...slide,
    notes: [],
    seconds: secondsOf(slide),
    ...(slide.ownNote && { ownNote: '' }),
  }))
