import type { Count } from '../../model/deck/slide.ts'
import { plain } from '../../model/deck/text.ts'

/** The grid of a slide: its columns, and their width and gutter in hundredths of its height. */
const grid = { columns: 12, width: 11.02, gutter: 2.5 } as const

/** The width of a letter above a figure, below it, and in words without one, in the same unit. */
const letter = { lead: 2.75, noun: 3.4, phrase: 5.15 } as const

/** The columns of the grid that a count needs, so that its longest line is not broken. */
function needed({ lead = '', figure, text }: Count): number {
  const longest = Math.max(...text.map((line) => plain([line]).length))
  const noun = longest * (figure === undefined ? letter.phrase : letter.noun)
  const width = Math.max(lead.length * letter.lead, noun)
  return Math.max(2, Math.ceil((width + grid.gutter) / (grid.width + grid.gutter)))
}

/**
 * The columns of the grid that each of some counts takes, all twelve in sum. Each gets those that it
 * needs. What is left goes one by one to the narrowest; what is missing is taken from the widest.
 */
export function columnsFor(counts: readonly Count[]): readonly number[] {
  const columns = counts.map(needed)
  const sum = (): number => columns.reduce((one, other) => one + other, 0)
  const change = (extreme: number, by: number) => {
    const at = columns.indexOf(extreme)
    columns[at] = extreme + by
  }
  while (sum() < grid.columns) change(Math.min(...columns), 1)
  while (sum() > grid.columns) change(Math.max(...columns), -1)
  return columns
}
