import type { GapsSlide } from '../../model/deck/slide.ts'
import { GapList } from '../slide/gaps.tsx'
import { Heading } from '../slide/heading.tsx'
import type { LayoutProps } from './props.ts'

export const Gaps = ({ slide, place }: LayoutProps<GapsSlide>) => (
  <>
    <Heading place={place} />
    <dl class="labelled">
      {slide.of.map(({ label, gaps }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <GapList gaps={gaps} />
          </dd>
        </div>
      ))}
    </dl>
  </>
)
