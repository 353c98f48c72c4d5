import { phraseOf, statementsOf } from './deck.ts'
import type { Slide, Statement } from './slide.ts'
import type { Source } from './source.ts'
import { plain } from './text.ts'

/** A claim of a slide below its title: one statement, or several that are read as one sentence. */
export interface Claim {
  /** The label of a row: «Nguồn». */
  readonly label?: string
  readonly text: string
  /** Empty if these are the editor's words. */
  readonly sources: readonly Source[]
}

/** The heading under which the outline lists what the source does not say. */
export const appendixTitle = 'Phụ lục: những điều bài báo không nêu'

const join = (statements: readonly Statement[], by = ' '): Claim => ({
  text: statements.map(phraseOf).join(by),
  sources: statements.map(({ source }) => source),
})

/** The claims of a slide in reading order: all its statements except the title. */
export function claimsOf(slide: Slide): readonly Claim[] {
  switch (slide.layout) {
    case 'cover':
      return [join([slide.focus]), join(slide.facts, '. ')]
    case 'people':
      return slide.people.map(({ name, roles, deed }) => join([name, ...roles, deed], ', '))
    // Each half is one sentence, which may run over several statements.
    case 'halves':
      return [join(slide.left), join(slide.right)]
    // The source does not number the rows, so the outline shows them as one claim.
    case 'points':
      return [join([...(slide.lead ? [slide.lead] : []), ...slide.rows])]
    case 'labelled':
    case 'ending':
      return slide.rows.map((row) =>
        'text' in row
          ? { label: row.label, ...join([row]) }
          : { label: row.label, text: plain(row.editorial), sources: [] },
      )
    case 'local':
      return slide.points.map((text) => ({ text, sources: [] }))
    // The act introduces the official title; both together are the heading.
    case 'quoted':
      return []
    case 'network':
    case 'programme':
    case 'counts':
    case 'units':
    case 'topics':
    case 'sentence':
    case 'opener':
    case 'recap':
    case 'gaps':
      return statementsOf(slide)
        .filter((statement) => statement !== slide.title)
        .map((statement) => join([statement]))
    default:
      return slide satisfies never
  }
}
