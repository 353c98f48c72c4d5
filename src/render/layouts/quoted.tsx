import type { QuotedSlide } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** The length, in letters, from which a line of the title needs the whole width. */
const long = 35

const isLong = ({ title }: QuotedSlide): boolean =>
  title.text.some((line) => plain([line]).length >= long)

export const Quoted = ({ slide, place }: LayoutProps<QuotedSlide>) => (
  <>
    <p class="act" data-long={isLong(slide)}>
      <Text lines={slide.act.text} />
    </p>
    <Heading place={place}>
      <span class="open">“</span>
      <Text lines={slide.title.text} />”
    </Heading>
  </>
)
