import type { NetworkSlide } from '../../model/deck/slide.ts'
import { DotMap } from '../slide/dot-map.tsx'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

export const Network = ({ slide, place }: LayoutProps<NetworkSlide>) => (
  <>
    <div class="lead fragment">
      <Heading place={place} />
    </div>
    <div class="figure">
      <DotMap sites={slide.sites} label={slide.drawing} />
      <p class="hub-name">
        <Text lines={slide.hub.text} />
      </p>
    </div>
  </>
)
