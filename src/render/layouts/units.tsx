import type { UnitsSlide } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'
import { CountedDots } from '../slide/counted-dots.tsx'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** The most dots in one row: as many as the columns of a drawing hold. */
const perRow = 11

export const Units = ({ slide, place }: LayoutProps<UnitsSlide>) => (
  <>
    <Heading place={place} />
    <ul class="units">
      {slide.counts.map(({ figure, text, marks, gap }, step) => (
        <li>
          <div class={step > 0 ? 'fragment' : undefined}>
            <Numeral value={figure} />{' '}
            <p class="noun">
              <Text lines={text} />
            </p>
            <div class="drawing">
              <CountedDots {...marks} noun={plain(text)} perRow={perRow} />
              {gap && (
                <p class="gap" data-gap={gap}>
                  Bài báo không nêu {gap}
                </p>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  </>
)
