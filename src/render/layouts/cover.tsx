import type { CoverSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { OwnCoverLine } from '../slide/own-mark.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const Cover = ({ slide, place }: LayoutProps<CoverSlide>) => (
  <>
    <Heading place={place} />
    <p class="focus">
      <Text lines={slide.focus.text} />
    </p>
    <ul class="facts">
      {slide.facts.map(({ text }) => (
        <li>
          <Text lines={text} />
        </li>
      ))}
    </ul>
    {slide.own && <OwnCoverLine cover={slide.own} />}
  </>
)
