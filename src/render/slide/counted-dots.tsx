import { Dots, Rings } from './dot-path.tsx'

const pitch = 3.2
const size = 2.4

/** A dot for each thing that the source names, and a ring for each that it does not. */
export function CountedDots({
  named,
  unnamed,
  noun,
}: {
  named: number
  unnamed: number
  noun: string
}) {
  const count = named + unnamed
  const centres = Array.from({ length: count }, (_, at) => [1.2 + at * pitch, 1.2] as const)
  const label =
    named > 0 && unnamed > 0
      ? `${named} ${noun} bài nêu tên, ${unnamed} ${noun} bài không nêu tên`
      : `${count} ${noun}, bài ${named > 0 ? 'nêu rõ' : 'không nêu tên'}`
  return (
    <svg
      class="counted-dots"
      viewBox={`0 0 ${(count * pitch).toFixed(2)} ${size}`}
      role="img"
      aria-label={label}
    >
      <Dots class="named" size={size} at={centres.slice(0, named)} />
      <Rings size={size} line={0.5} at={centres.slice(named)} />
    </svg>
  )
}
