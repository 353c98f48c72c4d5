import type { ComponentChildren } from 'preact'
import type { Place } from '../../model/deck/deck.ts'
import type { Order, Slide } from '../../model/deck/slide.ts'
import { Numeral, Text } from './text.tsx'

/** Cover, first slide of a part, any other slide: the levels that nest a PDF's bookmarks. */
function levelOf({ number, part }: Place): 'h1' | 'h2' | 'h3' {
  if (number === 1) return 'h1'
  return part && part.within > 0 ? 'h3' : 'h2'
}

/** «Đột phá 3», label over numeral; part of the heading, so that bookmarks carry it. */
const Ordinal = ({ order }: { order: Order }) => (
  <span class="ordinal">
    <span class="kind">{order.kind} </span>
    <Numeral value={String(order.number)} />{' '}
  </span>
)

/** The one heading of a slide; `children` replace its title, for a title that is set in its own way. */
export function Heading({ place, children }: { place: Place; children?: ComponentChildren }) {
  const Level = levelOf(place)
  const slide: Slide = place.slide
  const lines = 'text' in slide.title ? slide.title.text : slide.title.editorial
  return (
    <Level class="title">
      {'order' in slide && slide.order && <Ordinal order={slide.order} />}
      {children ?? <Text lines={lines} />}
    </Level>
  )
}
