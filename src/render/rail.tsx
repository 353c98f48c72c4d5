import type { Deck, Place } from '../model/deck.ts'

const columns = 12
const width = 159.78
const gutter = 2.5
const split = 0.75
const segment = (width - gutter * (columns / 2 - 1)) / (columns / 2)

type State = 'done' | 'now' | 'ahead'

/** Bar heights by state: shape says what colour says, for weak projectors and grey print. */
const heights: Record<State, number> = { done: 0.8, now: 1.6, ahead: 0.5 }

const stateOf = (index: number, now: number): State =>
  index < now ? 'done' : index === now ? 'now' : 'ahead'

function describe(deck: Deck, { part, number }: Place): string {
  if (!part) return number === 1 ? 'Trước phần 1' : 'Sau phần cuối'
  const { name, slides } = deck.parts[part.index] ?? { name: '', slides: [] }
  const whole = `Phần ${part.index + 1} trên ${deck.parts.length}: ${name}`
  return slides.length > 1 ? `${whole}, trang ${part.within + 1} trên ${slides.length}` : whole
}

/**
 * The programme with the present place marked: one segment a part, the present one split into its
 * slides. `names` shows every part's name, which teaches the code; else only the present one.
 */
export function Rail({ deck, place, names }: { deck: Deck; place: Place; names: boolean }) {
  const now = place.part?.index ?? (place.number === 1 ? -1 : deck.parts.length)
  const bars = deck.parts.flatMap(({ slides }, index) => {
    const pieces = index === now ? slides.length : 1
    const piece = (segment - split * (pieces - 1)) / pieces
    return Array.from({ length: pieces }, (_, at) => ({
      x: index * (segment + gutter) + at * (piece + split),
      width: piece,
      state: index === now ? stateOf(at, place.part?.within ?? 0) : stateOf(index, now),
    }))
  })
  return (
    <div class="rail">
      <svg viewBox={`0 0 ${width} 1.6`} role="img" aria-label={describe(deck, place)}>
        {(['done', 'now', 'ahead'] as const).map((state) => (
          <path
            class={state}
            d={bars
              .filter((bar) => bar.state === state)
              .map(({ x, width }) => `M${x.toFixed(2)} ${heights[state] / 2}h${width.toFixed(2)}`)
              .join('')}
            stroke-width={heights[state]}
          />
        ))}
      </svg>
      {deck.parts.map(
        ({ name }, index) =>
          (names || index === now) && (
            <p class="part-name" data-part={index + 1} data-now={index === now}>
              {name}
            </p>
          ),
      )}
    </div>
  )
}
