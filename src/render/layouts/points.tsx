import type { PointsSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const Points = ({ slide, place }: LayoutProps<PointsSlide>) => (
  <>
    <Heading place={place} />
    {slide.lead && (
      <p class="lead">
        <Text lines={slide.lead.text} />
      </p>
    )}
    <ul class="rows" data-few={slide.rows.length <= 2}>
      {slide.rows.map(({ text }) => (
        <li>
          <Text lines={text} />
        </li>
      ))}
    </ul>
  </>
)
