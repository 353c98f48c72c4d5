import type { TopicsSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** Up to two topics take the whole width, below each other. */
const few = 2

export const Topics = ({ slide, place }: LayoutProps<TopicsSlide>) => (
  <>
    <Heading place={place} />
    <ol
      class={slide.topics.length <= few ? 'few-topics' : 'topics'}
      start={slide.from}
      data-count={slide.topics.length}
    >
      {slide.topics.map(({ text }, step) => (
        <li>
          <div class={step > 0 ? 'fragment' : undefined}>
            <Numeral value={slide.from + step} />
            <p>
              <Text lines={text} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  </>
)
