import { type Deck, runningOrderOf, slidesOf } from '../deck/deck.ts'
import type { Position, RunningOrder } from '../deck/running-order.ts'
import type { OwnCover } from '../deck/slide.ts'
import { plain } from '../deck/text.ts'
import { asRecord } from '../record.ts'
import { applyVersion } from '../version/apply-version.ts'
import { fitted } from '../version/fit.ts'
import { coverLine, type OwnSlide, original } from '../version/version.ts'
import { contentIn } from '../version/version-content.ts'
import { exactPosition, isCount } from './relay-protocol.ts'

/** An own slide of the presenter, as viewers get it. */
export interface ViewedSlide extends Pick<OwnSlide, 'id' | 'title' | 'points'> {
  /** Id of the deck's slide that it follows, perhaps behind other own slides. */
  readonly after: string
}

/**
 * What viewers get of the presenter's private version: the own slides that are shown, cut to what is
 * shown of them, and the cover's fields. No notes, no times, no hidden slides, and of the order only
 * where own slides stand.
 */
export interface OwnSlides {
  readonly cover: OwnCover
  /** In the order in which they are shown. */
  readonly slides: readonly ViewedSlide[]
}

/** The own slides of the deck that the presenter shows; undefined if viewers have all of it. */
export function ownSlidesOf(shown: Deck): OwnSlides | undefined {
  const { place = '', date = '', speaker = '' } = shown.cover.own ?? {}
  const cover = { place, date, speaker }
  let after = ''
  const slides = slidesOf(shown).flatMap((slide): ViewedSlide | [] => {
    if (slide.layout === 'local') {
      const { id, title, points } = slide
      return { id, after, title: plain(title.editorial), points }
    }
    after = slide.id
    return []
  })
  return slides.length > 0 || coverLine(cover) ? { cover, slides } : undefined
}

/** Whether two values have the same fields in any order; looks no deeper than `made` is. */
function isExactly(made: unknown, sent: unknown): boolean {
  if (typeof made !== 'object' || made === null) return made === sent
  if (typeof sent !== 'object' || sent === null) return false
  const keys = Object.keys(made)
  return (
    Array.isArray(made) === Array.isArray(sent) &&
    Object.keys(sent).length === keys.length &&
    keys.every(
      (key) =>
        Object.hasOwn(sent, key) && isExactly(Reflect.get(made, key), Reflect.get(sent, key)),
    )
  )
}

/**
 * Reads own slides for a deck's running order. They pass the reader of private versions, and are
 * refused as a whole if it, or the space on the slides, would change anything: what is accepted is
 * shown as it is.
 */
export function ownSlidesIn(runningOrder: RunningOrder, value: unknown): OwnSlides | undefined {
  const { cover: fields, slides: sent } = asRecord(value)
  if (!Array.isArray(sent)) return undefined
  const { version } = contentIn({ own: sent, cover: fields }, runningOrder)
  const { own, cover } = fitted(version)
  const slides = sent.slice(0, own.length).flatMap((each): ViewedSlide | [] => {
    const { id, after } = asRecord(each)
    const slide = own.find((one) => one.id === id)
    const info = runningOrder.find((one) => one.id === after)
    // The last slide stays the last.
    if (!slide || !info || info === runningOrder.at(-1)) return []
    return { id: slide.id, after: info.id, title: slide.title, points: slide.points }
  })
  const read = { cover, slides }
  const isEmpty = slides.length === 0 && !coverLine(cover)
  // A version's reader gives the second of two another id.
  const isTwice = new Set(slides.map(({ id }) => id)).size < slides.length
  return !isEmpty && !isTwice && isExactly(read, value) ? read : undefined
}

/** The body of a presenter's POST to `live/own-slides`. Without a lease it is about to take over. */
export interface OwnPost {
  readonly lease?: number | undefined
  readonly own: OwnSlides
}

/** Reads the body of a presenter's POST; refuses unknown fields. */
export function ownPostIn(runningOrder: RunningOrder, value: unknown): OwnPost | undefined {
  const { lease, own: sent, ...others } = asRecord(value)
  if (Object.keys(others).length > 0) return undefined
  if (lease !== undefined && !isCount(lease)) return undefined
  const own = ownSlidesIn(runningOrder, sent)
  return own && { lease, own }
}

/** The deck as published, with a presenter's own slides in their places. */
export function withOwnSlides(deck: Deck, { cover, slides }: OwnSlides): Deck {
  const order = runningOrderOf(deck).flatMap(({ id }) => [
    id,
    ...slides.filter(({ after }) => after === id).map((slide) => slide.id),
  ])
  const own = slides.map(({ id, title, points }) => ({ id, title, points, minutes: 1 }))
  return applyVersion(deck, { ...original, order, own, cover })
}

/** The position, if the deck or the own slides, which have no steps, have it exactly. */
export function shownPosition(
  runningOrder: RunningOrder,
  own: OwnSlides | undefined,
  asked: Position,
): Position | undefined {
  const { slide, step } = asked
  if (own?.slides.some(({ id }) => id === slide) && step === 0) return { slide, step }
  return exactPosition(runningOrder, asked)
}
