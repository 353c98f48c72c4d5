import type { QuotedSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const Quoted = ({ slide, place }: LayoutProps<QuotedSlide>) => (
  <>
    <p class="act">
      <Text lines={slide.act.text} />
    </p>
    <Heading place={place}>
      <span class="open">“</span>
      <Text lines={slide.title.text} />”
    </Heading>
  </>
)
