import { back, forward, type Position, startOf } from '../../model/deck/running-order.ts'
import type { Command } from '../../model/talk/command.ts'
import type { Session } from './session.ts'

/** Commands and what each does. */
export type Actions = Partial<Record<Command, () => void>>

/** What moves a presentation, from the deck and from the speaker's screen alike. */
interface Navigation {
  readonly moves: Actions
  readonly page: (number: number) => void
  /** Does something, or only lights the hall where it is dark: nothing moves unseen. */
  readonly wakeScreenOr: (act: () => void) => void
}

/** The moves of one session. */
export function navigationOf(session: Session): Navigation {
  const { runningOrder } = session
  const go = (position: Position) => {
    const { slide, step } = session.view
    if (position.slide !== slide || position.step !== step) session.show(position)
  }
  const page = (number: number) => go(startOf(runningOrder, number - 1))
  return {
    page,
    wakeScreenOr: (act) => (session.view.black ? session.show({ black: false }) : act()),
    moves: {
      next: () => go(forward(runningOrder, session.view)),
      previous: () => go(back(runningOrder, session.view)),
      first: () => page(1),
      last: () => page(runningOrder.length),
      black: () => session.show({ black: true }),
    },
  }
}
