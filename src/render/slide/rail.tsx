import { type Deck, type Place, runningOrderOf } from '../../model/deck/deck.ts'
import { railOf } from '../../model/deck/rail.ts'

/**
 * The bars at the top: one per part, with the current place marked. `names` shows the name of every
 * part, so that the audience learns the bars' meaning; otherwise only the current one.
 */
export function Rail({ deck, place, names }: { deck: Deck; place: Place; names: boolean }) {
  const { label, names: parts, bars, now } = railOf(runningOrderOf(deck), place.number - 1)
  return (
    <div class="rail" data-parts={parts.length}>
      <svg viewBox="0 0 100 1.6" preserveAspectRatio="none" role="img" aria-label={label}>
        {(['done', 'now', 'ahead'] as const).map(
          (state) => bars[state] && <path class={state} d={bars[state]} />,
        )}
      </svg>
      {parts.map(
        (name, index) =>
          (names || index === now) && (
            <p class="part-name" data-part={index + 1} data-now={index === now}>
              {name}
            </p>
          ),
      )}
      {now === parts.length && now > 0 && (
        <p class="part-name" data-part="after" data-now={true}>
          Kết thúc
        </p>
      )}
    </div>
  )
}
