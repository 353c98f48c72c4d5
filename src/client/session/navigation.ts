import { back, forward, type Position, startOf } from '../../model/deck/running-order.ts'
import type { Command } from '../../model/talk/command.ts'
import type { Session } from './session.ts'

/** What each command does. */
export type Actions = Partial<Record<Command, () => void>>

/** Navigation that the deck and the speaker screen have in common. */
interface Navigation {
  readonly moves: Actions
  readonly page: (number: number) => void
  /** Runs the action, or, while something stands instead of the slide, only brings it back. */
  readonly wakeScreenOr: (act: () => void) => void
}

/** The navigation of a session. */
export function navigationOf(session: Session): Navigation {
  const { runningOrder } = session
  const go = (position: Position) => {
    const { slide, step } = session.view
    if (position.slide !== slide || position.step !== step) session.show(position)
  }
  const page = (number: number) => go(startOf(runningOrder, number - 1))
  return {
    page,
    wakeScreenOr: (act) =>
      session.view.screen === 'slide' ? act() : session.show({ screen: 'slide' }),
    moves: {
      next: () => go(forward(runningOrder, session.view)),
      previous: () => go(back(runningOrder, session.view)),
      first: () => page(1),
      last: () => page(runningOrder.length),
      black: () => session.show({ screen: 'black' }),
      white: () => session.show({ screen: 'white' }),
    },
  }
}
