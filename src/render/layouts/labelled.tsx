import type { LabelledSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** Rows with a label each; those of a slide with few are large. */
export const LabelledRows = ({ rows, few }: { rows: LabelledSlide['rows']; few?: boolean }) => (
  <dl class="labelled" data-few={few}>
    {rows.map((row) => (
      <div>
        <dt>{row.label}</dt>
        <dd>
          <Text lines={'text' in row ? row.text : row.editorial} />
        </dd>
      </div>
    ))}
  </dl>
)

export const Labelled = ({ slide, place }: LayoutProps<LabelledSlide>) => (
  <>
    <Heading place={place} />
    <LabelledRows rows={slide.rows} few={slide.rows.length <= 3} />
  </>
)
