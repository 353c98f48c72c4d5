import type { Count, CountsSlide } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'
import { CountedDots } from '../slide/counted-dots.tsx'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** The length, in letters, from which a noun takes two shares of the width. */
const wide = 16

const Column = ({ count, step }: { count: Count; step: number }) => {
  const noun = plain(count.text)
  const isWide = noun.length >= wide
  return (
    <li class={step > 0 ? 'fragment' : undefined} data-wide={isWide}>
      <p class={count.figure === undefined ? 'phrase' : undefined}>
        {count.lead && <span class="verb">{count.lead} </span>}
        {count.figure !== undefined && (
          <>
            <Numeral value={String(count.figure)} />{' '}
          </>
        )}
        <span class="noun">
          <Text lines={count.text} />
        </span>
      </p>
      <CountedDots {...count.marks} noun={noun} />
      <p class="gap" data-gap={count.gap}>
        {count.gap && (
          <Text lines={isWide ? [`Bài không nêu ${count.gap}`] : ['Bài không nêu', count.gap]} />
        )}
      </p>
    </li>
  )
}

export const Counts = ({ slide, place }: LayoutProps<CountsSlide>) => (
  <>
    <Heading place={place} />
    <ul class="counts">
      {slide.counts.map((count, step) => (
        <Column count={count} step={step} />
      ))}
    </ul>
  </>
)
