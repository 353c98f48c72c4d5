import { looksAlike, type Position } from '../../model/deck/running-order.ts'
import { pointedIn } from '../../model/talk/pointed.ts'
import { type AudienceState, viewOf } from '../../model/talk/relay-protocol.ts'
import type { Session } from '../session/session.ts'
import { listen } from './event-stream.ts'

/**
 * Has the windows of a machine whose presenter was superseded show what the new one shows: who goes on
 * with a phone sees the hall go along. `positionOf` gives where the state is in this machine's slides,
 * if it is there. Returns a function that ends it.
 */
export function mirror(
  session: Session,
  positionOf: (told: AudienceState) => Position | undefined,
): () => void {
  let last: AudienceState | undefined
  return listen({
    hear(told) {
      const isLate = last && told.epoch === last.epoch && told.seq < last.seq
      if (isLate || told.seq === 0) return
      last = told
      const view = viewOf(told, positionOf(told), session.view)
      if (!looksAlike(view, session.view)) session.show(view)
    },
    point(value) {
      const pointed = pointedIn(value)
      if (pointed) session.point(pointed)
    },
    lose: () => undefined,
    // The deck may cover this window, and shows what it is told by it.
    evenHidden: true,
  })
}
