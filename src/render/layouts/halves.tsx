import type { HalvesSlide, Statement } from '../../model/deck/slide.ts'
import { plain, spansOf } from '../../model/deck/text.ts'
import { Heading } from '../slide/heading.tsx'
import { Text } from '../slide/text.tsx'
import type { LayoutProps } from './props.ts'

const stressed = ({ text }: Statement): boolean =>
  text.some((line) => spansOf(line).some((span) => typeof span !== 'string'))

/** The length, in letters, from which a line needs half of the width. */
const long = 21

/** That from which it needs the whole width. */
const full = 36

const hasLine = (half: readonly Statement[], letters: number): boolean =>
  half.some(({ text }) => text.some((line) => plain([line]).length >= letters))

/** Halves with lines that need the whole width stand one below the other. */
const isStacked = ({ left, right }: HalvesSlide): boolean => hasLine([...left, ...right], full)

/** One half of the claim. The half with the stressed words gets the accent bar. */
const Half = ({ statements }: { statements: readonly Statement[] }) => (
  <div class="half" data-accent={statements.some(stressed)}>
    {statements.map(({ text }) => (
      <p>
        <Text lines={text} />
      </p>
    ))}
  </div>
)

export const Halves = ({ slide, place }: LayoutProps<HalvesSlide>) => (
  <>
    <Heading place={place} />
    <div class="halves" data-even={hasLine(slide.left, long)} data-stacked={isStacked(slide)}>
      <Half statements={slide.left} />
      <Half statements={slide.right} />
    </div>
  </>
)
