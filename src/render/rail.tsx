import { type Deck, outlineOf, type Place } from '../model/deck.ts'
import { railOf } from '../model/rail.ts'

const percent = (value: number): string => `${Number(value.toFixed(2))}%`

/**
 * The programme with the present place marked. `names` shows every part's name, which teaches the
 * code; else only the present one.
 */
export function Rail({ deck, place, names }: { deck: Deck; place: Place; names: boolean }) {
  const { label, names: parts, pieces, now } = railOf(outlineOf(deck), place.number - 1)
  return (
    <div class="rail" data-parts={parts.length}>
      <svg role="img" aria-label={label}>
        {pieces.map(({ state, x, width }) => (
          <rect class={state} x={percent(x)} width={percent(width)} />
        ))}
      </svg>
      {parts.map(
        (name, index) =>
          (names || index === now) && (
            <p class="part-name" data-part={index + 1} data-now={index === now}>
              {name}
            </p>
          ),
      )}
    </div>
  )
}
