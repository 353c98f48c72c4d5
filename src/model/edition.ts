import { type Deck, outlineOf, slidesOf } from './deck.ts'
import type { CoverSlide, LocalSlide, Slide } from './slide.ts'
import { arrange, type OwnSlide, partsOf, type Version } from './version.ts'

/** An own slide as a slide of the deck. */
export const localSlide = ({ id, title, points, minutes }: OwnSlide): LocalSlide => ({
  layout: 'local',
  id,
  title: { editorial: [title] },
  points,
  minutes,
  notes: [],
})

/**
 * The deck as a version shows it: slides left out, moved and added, the speaker's own words beside
 * the deck's. What the deck itself says is never changed.
 */
export function editionOf(deck: Deck, version: Version): Deck {
  const arrangement = arrange(outlineOf(deck), version)
  const slides = new Map<string, Slide>(
    [...slidesOf(deck), ...version.own.map(localSlide)].map((slide) => [slide.id, slide]),
  )
  const first = arrangement.shown.findIndex(({ part }) => part)
  const slidesIn = (part: string, from: number, to?: number): readonly Slide[] =>
    arrangement.shown.slice(from, to).flatMap((stop) => {
      const slide = stop.part === part ? slides.get(stop.id) : undefined
      return slide ? [withOwn(slide, version, stop.minutes)] : []
    })
  const { place, date, speaker } = version.cover
  const cover = withOwn(deck.cover, version, arrangement.shown[0].minutes)
  const parts = partsOf(arrangement).flatMap((name) => {
    const [head, ...rest] = slidesIn(name, 1)
    return head ? [{ name, slides: [head, ...rest] as const }] : []
  })
  const opening = slidesIn('', 1, Math.max(first, 1))
  return {
    ...deck,
    cover: place || date || speaker ? { ...cover, own: version.cover } : cover,
    ...(opening.length > 0 && { opening }),
    parts,
    // The page about the source always stays.
    closing: slidesIn('', Math.max(first, 1)) as unknown as Deck['closing'],
  }
}

const withOwn = <Kind extends Slide | CoverSlide>(
  slide: Kind,
  { notes }: Version,
  minutes: number,
): Kind => {
  const ownNote = Object.hasOwn(notes, slide.id) ? notes[slide.id] : undefined
  return { ...slide, minutes, ...(ownNote && { ownNote }) }
}
