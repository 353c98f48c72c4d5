import type { LocalSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { OwnMark } from '../slide/own-mark.tsx'
import type { LayoutProps } from './props.ts'

export const Local = ({ slide, place }: LayoutProps<LocalSlide>) => (
  <>
    <OwnMark />
    <Heading place={place} />
    <ul class="rows">
      {slide.points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  </>
)
