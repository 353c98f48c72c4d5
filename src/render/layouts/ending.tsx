import type { EndingSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import { LabelledRows } from './labelled.tsx'
import type { LayoutProps } from './props.ts'

export const Ending = ({ slide, place }: LayoutProps<EndingSlide>) => (
  <>
    <p class="close">
      <Text lines={slide.close.editorial} />
    </p>
    <Heading place={place} />
    <LabelledRows rows={slide.rows} />
  </>
)
