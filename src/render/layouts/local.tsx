import type { LocalSlide } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'
import { isRoomy } from '../../model/version/fit.ts'
import { Heading } from '../slide/heading.tsx'
import { OwnMark } from '../slide/own-mark.tsx'
import type { LayoutProps } from './props.ts'

/** The speaker's own slide. Without points its title stands alone, as on a page between parts. */
export const Local = ({ slide, place }: LayoutProps<LocalSlide>) => (
  <>
    <OwnMark />
    <Heading place={place} />
    {slide.points.length > 0 && (
      <ul class="rows" data-roomy={isRoomy(plain(slide.title.editorial), slide.points)}>
        {slide.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    )}
  </>
)
