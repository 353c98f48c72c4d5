import { Dots } from './dot-path.tsx'

/**
 * A lattice of equal dots around a large one. It is computed, not a map: the number of dots means
 * nothing.
 */
const columns = 22
const rows = 15
const pitch = 4.3
const radius = 1.45
const clearing = { column: 2, row: 6, columns: 13, rows: 3 }

const cleared = (column: number, row: number): boolean =>
  column >= clearing.column &&
  column < clearing.column + clearing.columns &&
  row >= clearing.row &&
  row < clearing.row + clearing.rows

const middle = (at: number): number => radius + at * pitch

/** One hub among many sites. `label` is the text for screen readers. */
export function DotMap({ label }: { label: string }) {
  const width = (columns - 1) * pitch + 2 * radius
  const height = (rows - 1) * pitch + 2 * radius
  const dots = Array.from({ length: rows * columns }, (_, at) => ({
    column: at % columns,
    row: Math.floor(at / columns),
  })).filter(({ column, row }) => !cleared(column, row))
  return (
    <svg
      class="dot-map"
      viewBox={`0 0 ${width.toFixed(2)} ${height.toFixed(2)}`}
      role="img"
      aria-label={label}
    >
      <Dots
        class="sites"
        size={radius * 2}
        at={dots.map(({ column, row }) => [middle(column), middle(row)])}
      />
      <Dots class="hub" size={9.6} at={[[middle(clearing.column + 1), middle(clearing.row + 1)]]} />
    </svg>
  )
}
