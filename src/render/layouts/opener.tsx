import type { OpenerSlide } from '../../model/deck/slide.ts'
import { Dots } from '../slide/dot-path.tsx'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** One dot an item, as under the figures; the list beside them is their text. */
const ItemDots = ({ count }: { count: number }) => (
  <svg class="counted-dots" viewBox={`0 0 ${(count * 3.2).toFixed(2)} 2.4`} aria-hidden="true">
    <Dots
      class="named"
      size={2.4}
      at={Array.from({ length: count }, (_, at) => [1.2 + at * 3.2, 1.2] as const)}
    />
  </svg>
)

export const Opener = ({ slide, place }: LayoutProps<OpenerSlide>) => (
  <>
    <div class="opener-figure">
      <Heading place={place} />
      <ItemDots count={slide.items.length} />
    </div>
    <ol class="opener-items">
      {slide.items.map(({ text }, index) => (
        <li>
          <Numeral value={index + 1} />
          <p>
            <Text lines={text} />
          </p>
        </li>
      ))}
    </ol>
  </>
)
