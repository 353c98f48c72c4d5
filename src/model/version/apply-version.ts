import { type Deck, questionSeconds, runningOrderOf, slidesOf } from '../deck/deck.ts'
import { groupsOf } from '../deck/groups.ts'
import type { SlideInfo } from '../deck/running-order.ts'
import type { LocalSlide, Slide } from '../deck/slide.ts'
import { nonEmpty } from '../non-empty.ts'
import { arrange } from './arrange.ts'
import { fitted } from './fit.ts'
import { coverLine, noteOf, type OwnSlide, type Version } from './version.ts'

/** Turns an own slide of a version into a slide of the deck. */
const localSlide = ({ id, title, points, minutes }: OwnSlide): LocalSlide => ({
  layout: 'local',
  id,
  title: { editorial: [title] },
  points,
  seconds: minutes * 60,
  notes: [],
})

/**
 * Applies a version to a deck: leaves out, moves and adds slides, and adds the speaker's texts, cut
 * to the space there is. The deck's own texts never change. With `all`, hidden slides stay in their
 * places.
 */
export function applyVersion(deck: Deck, version: Version, which: 'shown' | 'all' = 'shown'): Deck {
  const { own, cover: filled } = fitted(version)
  const arrangement = arrange(runningOrderOf(deck), { ...version, own }, questionSeconds(deck))
  const { opening, parts, closing } = groupsOf(arrangement[which])
  const slides = new Map<string, Slide>(
    [...slidesOf(deck), ...own.map(localSlide)].map((slide) => [slide.id, slide]),
  )
  const slidesAt = (infos: readonly SlideInfo[]) =>
    infos.flatMap(({ id, seconds }) => {
      const slide = slides.get(id)
      return slide ? [withOwn(slide, version, seconds)] : []
    })
  const [, ...others] = opening
  const cover = withOwn(deck.cover, version, arrangement.shown[0].seconds)
  return {
    ...deck,
    ...(version.running === 'short' && { short: true }),
    ...(deck.questions && { questions: arrangement.questions / 60 }),
    cover: coverLine(filled) ? { ...cover, own: filled } : cover,
    ...(others.length > 0 && { opening: slidesAt(others) }),
    // Never empty: every part has a slide, and the slide about the source cannot be hidden.
    parts: parts.map(({ name, slides }) => ({
      ...deck.parts.find((part) => part.name === name),
      name,
      slides: nonEmpty(slidesAt(slides)),
    })),
    closing: nonEmpty(slidesAt(closing)),
  }
}

/** Whether a version plans times of its own. */
const hasPlan = ({ plan }: Version): boolean =>
  plan.minutes !== undefined || Object.keys(plan.seconds).length > 0

/** A slide with the speaker's note, and with its planned seconds where the version plans any. */
const withOwn = <Kind extends Slide>(slide: Kind, version: Version, planned: number): Kind => {
  const ownNote = noteOf(version, slide.id)
  if (!ownNote && !hasPlan(version)) return slide
  return {
    ...slide,
    ...(ownNote && { ownNote }),
    ...(hasPlan(version) && { planned }),
  }
}
