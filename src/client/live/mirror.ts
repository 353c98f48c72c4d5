import type { Position } from '../../model/deck/running-order.ts'
import { pointedIn } from '../../model/talk/pointed.ts'
import { type AudienceState, isOlder, viewOf } from '../../model/talk/relay-protocol.ts'
import { looksAlike } from '../../model/talk/view.ts'
import type { Session } from '../session/session.ts'
import { listen } from './event-stream.ts'

/** What a relay tells a paired machine of who presents. */
export interface Mirror {
  /** Whether the windows of this machine show what is told, as those of a superseded one do. */
  follow(does: boolean): void
  /** Whether the relay tells it now, so that this machine is one of its viewers. */
  isOpen(): boolean
}

/**
 * Listens to the relay, as viewers do: the laptop of a speaker who goes on with a phone turns its deck
 * along at once. `positionOf` gives where a state is in this machine's slides, if it is there; `hear` is called
 * with each state that is not followed.
 */
export function mirror(
  session: Session,
  positionOf: (told: AudienceState) => Position | undefined,
  hear: (told: AudienceState) => void,
): Mirror {
  let last: AudienceState | undefined
  let follows = false
  let isOpen = false
  const show = () => {
    if (!follows || !last?.seq) return
    const view = viewOf(last, positionOf(last), session.view)
    if (!looksAlike(view, session.view)) session.show(view)
  }
  // Whoever turns a page of a superseded machine would part its audience from all other sites.
  session.onChange(show)
  listen({
    hear(told) {
      isOpen = true
      if (isOlder(told, last)) return
      last = told
      if (follows) show()
      else hear(told)
    },
    point(value) {
      const pointed = follows ? pointedIn(value) : undefined
      if (pointed) session.point(pointed)
    },
    lose() {
      isOpen = false
    },
    // The deck may cover this window, and shows what it is told by it.
    evenHidden: true,
  })
  return {
    follow(does) {
      follows = does
      show()
    },
    isOpen: () => isOpen,
  }
}
