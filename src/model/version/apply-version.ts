import { type Deck, runningOrderOf, slidesOf } from '../deck/deck.ts'
import { groupsOf } from '../deck/groups.ts'
import type { SlideInfo } from '../deck/running-order.ts'
import type { CoverSlide, LocalSlide, Slide } from '../deck/slide.ts'
import { nonEmpty } from '../non-empty.ts'
import { fitted } from './fit.ts'
import { arrange, coverLine, noteOf, type OwnSlide, type Version } from './version.ts'

/** An own slide as a slide of the deck. */
const localSlide = ({ id, title, points, minutes }: OwnSlide): LocalSlide => ({
  layout: 'local',
  id,
  title: { editorial: [title] },
  points,
  minutes,
  notes: [],
})

/**
 * The deck as a version shows it: slides left out, moved and added, the speaker's own words beside
 * the deck's. What the deck itself says is never changed. With `all`, what the version hides stands
 * in it too, where it would be shown.
 */
export function applyVersion(deck: Deck, version: Version, which: 'shown' | 'all' = 'shown'): Deck {
  const { own, cover: filled } = fitted(version)
  const arrangement = arrange(runningOrderOf(deck), { ...version, own })
  const { opening, parts, closing } = groupsOf(arrangement[which])
  const slides = new Map<string, Slide>(
    [...slidesOf(deck), ...own.map(localSlide)].map((slide) => [slide.id, slide]),
  )
  const slidesAt = (infos: readonly SlideInfo[]) =>
    infos.flatMap(({ id, minutes }) => {
      const slide = slides.get(id)
      return slide ? [withOwn(slide, version, minutes)] : []
    })
  const [first, ...others] = opening
  const cover = withOwn(deck.cover, version, first?.minutes ?? deck.cover.minutes)
  return {
    ...deck,
    cover: coverLine(filled) ? { ...cover, own: filled } : cover,
    ...(others.length > 0 && { opening: slidesAt(others) }),
    // A part that is grouped has a slide, and the page about the source always stays.
    parts: parts.map(({ name, slides }) => ({ name, slides: nonEmpty(slidesAt(slides)) })),
    closing: nonEmpty(slidesAt(closing)),
  }
}

const withOwn = <Kind extends Slide | CoverSlide>(
  slide: Kind,
  version: Version,
  minutes: number,
): Kind => {
  const ownNote = noteOf(version, slide.id)
  return { ...slide, minutes, ...(ownNote && { ownNote }) }
}
