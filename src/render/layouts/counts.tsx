import type { Count, CountsSlide } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'
import { CountedDots } from '../slide/counted-dots.tsx'
import { Heading } from '../slide/heading.tsx'
import { Numeral, Prose, Text } from '../slide/text.tsx'
import { columnsFor } from './columns.ts'
import type { LayoutProps } from './props.ts'

interface Props {
  readonly count: Count
  readonly step: number
  readonly columns: number
  /** Whether its gap carries «Bài báo không nêu», the label of the strip of gaps. */
  readonly labels: boolean
}

const Column = ({ count: { lead, figure, text, marks, gap }, step, columns, labels }: Props) => (
  <li data-columns={columns}>
    <div class={step > 0 ? 'fragment' : undefined}>
      <p class={figure === undefined ? 'phrase' : undefined}>
        {lead && <span class="verb">{lead} </span>}
        {figure !== undefined && (
          <>
            <Numeral value={figure} />{' '}
          </>
        )}
        <span class="noun">
          <Text lines={text} />
        </span>
      </p>
      {marks && <CountedDots {...marks} noun={plain(text)} />}
      {gap && (
        <p class="gap" data-gap={gap} data-first={labels}>
          <strong>Bài báo không nêu </strong>
          <span class="ring">
            <Prose text={gap} />
          </span>
        </p>
      )}
    </div>
  </li>
)

export const Counts = ({ slide, place }: LayoutProps<CountsSlide>) => {
  const columns = columnsFor(slide.counts)
  const first = slide.counts.findIndex(({ gap }) => gap)
  return (
    <>
      <Heading place={place} />
      <ul class="counts" data-gaps={first >= 0}>
        {slide.counts.map((count, step) => (
          <Column count={count} step={step} columns={columns[step] ?? 0} labels={step === first} />
        ))}
      </ul>
    </>
  )
}
