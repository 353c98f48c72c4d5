import { phraseOf, statementsOf } from './deck.ts'
import type { Slide, Statement } from './slide.ts'
import type { Source } from './source.ts'
import { plain } from './text.ts'

/** What a slide says below its title, as one reads it: statements that hang together in one. */
export interface Claim {
  /** The label of a row: «Nguồn». */
  readonly label?: string
  readonly text: string
  /** None where it is the editor who speaks. */
  readonly sources: readonly Source[]
}

const join = (statements: readonly Statement[], by = ' '): Claim => ({
  text: statements.map(phraseOf).join(by),
  sources: statements.map(({ source }) => source),
})

/** The claims of a slide in reading order, without its title: all of its other statements. */
export function claimsOf(slide: Slide): readonly Claim[] {
  switch (slide.layout) {
    case 'cover':
      return [join([slide.focus]), join(slide.facts, '; ')]
    case 'people':
      return slide.people.map(({ name, roles, deed }) => join([name, ...roles, deed], ', '))
    // One half hangs on the other, but within a half a sentence runs on.
    case 'halves':
      return [join(slide.left), join(slide.right)]
    // Rows that the source does not count: neither does the outline.
    case 'points':
      return [join([...(slide.lead ? [slide.lead] : []), ...slide.rows])]
    case 'labelled':
      return slide.rows.map((row) =>
        'text' in row
          ? { label: row.label, ...join([row]) }
          : { label: row.label, text: plain(row.editorial), sources: [] },
      )
    case 'local':
      return slide.points.map((text) => ({ text, sources: [] }))
    // What was done with the official title leads it in: both are the heading.
    case 'quoted':
      return []
    case 'network':
    case 'programme':
    case 'counts':
    case 'topics':
    case 'sentence':
    case 'gaps':
      return statementsOf(slide)
        .filter((statement) => statement !== slide.title)
        .map((statement) => join([statement]))
  }
}
