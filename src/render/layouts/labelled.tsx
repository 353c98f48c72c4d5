import type { LabelledSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const Labelled = ({ slide, place }: LayoutProps<LabelledSlide>) => (
  <>
    <Heading place={place} />
    <dl class="labelled" data-few={slide.rows.length <= 3}>
      {slide.rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>
            <Text lines={'text' in row ? row.text : row.editorial} />
          </dd>
        </div>
      ))}
    </dl>
  </>
)
