import type { ComponentChildren } from 'preact'
import type { Place } from '../../model/deck/deck.ts'
import type { Order, Slide } from '../../model/deck/slide.ts'
import { Numeral, Text } from './text.tsx'

/**
 * The heading level of the cover, of the first slide of a part, or of any other slide: a PDF nests
 * its bookmarks by these levels.
 */
function levelOf({ number, part }: Place): 'h1' | 'h2' | 'h3' {
  if (number === 1) return 'h1'
  return part && part.within > 0 ? 'h3' : 'h2'
}

/** Label and numeral, «Đột phá 3»; inside the heading, so that the bookmark contains them. */
const Ordinal = ({ order }: { order: Order }) => (
  <span class="ordinal">
    <span class="kind">{order.kind} </span>
    <Numeral value={order.number} />{' '}
  </span>
)

interface Props {
  readonly place: Place
  /** Whether the title opens a part: it is then set as large as a sentence slide's. */
  readonly opens?: boolean
  readonly children?: ComponentChildren
}

/** The heading of a slide; `children` replace the title where a layout sets it in its own way. */
export function Heading({ place, opens, children }: Props) {
  const Level = levelOf(place)
  const slide: Slide = place.slide
  const lines = 'text' in slide.title ? slide.title.text : slide.title.editorial
  return (
    <Level
      class="title"
      data-lines={slide.layout === 'sentence' ? lines.length : undefined}
      data-opens={opens}
    >
      {'order' in slide && slide.order && <Ordinal order={slide.order} />}
      {children ?? <Text lines={lines} />}
    </Level>
  )
}
