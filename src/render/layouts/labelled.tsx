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

/** Up to two rows leave room for a title that opens the part; three are still set large. */
const fewest = 2
const few = 3

export const Labelled = ({ slide, place }: LayoutProps<LabelledSlide>) => (
  <>
    <Heading place={place} opens={slide.rows.length <= fewest} />
    <LabelledRows rows={slide.rows} few={slide.rows.length <= few} />
  </>
)
