import { Dots, Rings } from './dot-path.tsx'

const size = 2.4
const pitch = { across: 3.2, down: 2.8 } as const

/**
 * A dot for each thing that the source names, and a ring for each that it does not, with at most
 * `perRow` in a row. The theme gives the height of one row, and that of two.
 */
export function CountedDots({
  named,
  unnamed,
  noun,
  perRow = named + unnamed,
}: {
  named: number
  unnamed: number
  noun: string
  perRow?: number
}) {
  const count = named + unnamed
  const rows = Math.ceil(count / perRow)
  const height = size + (rows - 1) * pitch.down
  const centres = Array.from(
    { length: count },
    (_, at) =>
      [1.2 + (at % perRow) * pitch.across, 1.2 + Math.floor(at / perRow) * pitch.down] as const,
  )
  const label =
    named > 0 && unnamed > 0
      ? `${named} ${noun} bài nêu tên, ${unnamed} ${noun} bài không nêu tên`
      : `${count} ${noun}, bài ${named > 0 ? 'nêu rõ' : 'không nêu tên'}`
  return (
    <svg
      class="counted-dots"
      data-rows={rows > 1 ? rows : undefined}
      viewBox={`0 0 ${(Math.min(count, perRow) * pitch.across).toFixed(2)} ${height.toFixed(1)}`}
      role="img"
      aria-label={label}
    >
      <Dots class="named" size={size} at={centres.slice(0, named)} />
      <Rings size={size} line={0.5} at={centres.slice(named)} />
    </svg>
  )
}
