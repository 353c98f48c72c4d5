import type { LocalSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Mine } from '../slide/own-mark.tsx'
import type { LayoutProps } from './props.ts'

export const Local = ({ slide, place }: LayoutProps<LocalSlide>) => (
  <>
    <Mine />
    <Heading place={place} />
    <ul class="rows">
      {slide.points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  </>
)
