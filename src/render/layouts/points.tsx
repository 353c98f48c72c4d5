import type { PointsSlide } from '../../model/deck/slide.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

/** A lead of several lines is the rest of the title's clause; then the rows are clauses like it. */
const isOfClauses = ({ lead }: PointsSlide): boolean => (lead?.text.length ?? 0) > 1

export const Points = ({ slide, place }: LayoutProps<PointsSlide>) => {
  const ofClauses = isOfClauses(slide)
  return (
    <>
      <Heading place={place} />
      {slide.lead && (
        <p class="lead" data-clause={ofClauses}>
          <Text lines={slide.lead.text} />
        </p>
      )}
      <ul class="rows" data-clauses={ofClauses} data-few={!ofClauses && slide.rows.length <= 2}>
        {slide.rows.map(({ text }) => (
          <li>
            <Text lines={text} />
          </li>
        ))}
      </ul>
    </>
  )
}
