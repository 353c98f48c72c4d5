import { Dots, Rings } from './dot-path.tsx'

const pitch = 3.2
const size = 2.4

/** A dot for each thing that the source names, and a ring for each that it does not. */
export function CountedDots({
  told,
  untold,
  noun,
}: {
  told: number
  untold: number
  noun: string
}) {
  const count = told + untold
  const centres = Array.from({ length: count }, (_, at) => [1.2 + at * pitch, 1.2] as const)
  const label =
    told > 0 && untold > 0
      ? `${told} ${noun} bài nêu tên, ${untold} ${noun} bài không nêu tên`
      : `${count} ${noun}, bài ${told > 0 ? 'nêu rõ' : 'không nêu tên'}`
  return (
    <svg
      class="counted-dots"
      viewBox={`0 0 ${(count * pitch).toFixed(2)} ${size}`}
      role="img"
      aria-label={label}
    >
      <Dots class="told" size={size} at={centres.slice(0, told)} />
      <Rings size={size} line={0.5} at={centres.slice(told)} />
    </svg>
  )
}
