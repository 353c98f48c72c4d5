import { back, forward, type Position, startOf } from '../../model/deck/running-order.ts'
import type { Command } from '../../model/talk/command.ts'
import type { Stage } from './session.ts'

/** Commands and what each does. */
export type Actions = Partial<Record<Command, () => void>>

/** What moves a presentation, from the deck and from the speaker's screen alike. */
interface Moves {
  readonly moves: Actions
  readonly page: (number: number) => void
  /** Does something, or only lights the hall where it is dark: nothing moves unseen. */
  readonly lit: (act: () => void) => void
}

/** The moves of one stage. */
export function movesOf(stage: Stage): Moves {
  const { runningOrder } = stage
  const go = (position: Position) => {
    const { slide, step } = stage.showing
    if (position.slide !== slide || position.step !== step) stage.show(position)
  }
  const page = (number: number) => go(startOf(runningOrder, number - 1))
  return {
    page,
    lit: (act) => (stage.showing.black ? stage.show({ black: false }) : act()),
    moves: {
      next: () => go(forward(runningOrder, stage.showing)),
      previous: () => go(back(runningOrder, stage.showing)),
      first: () => page(1),
      last: () => page(runningOrder.length),
      black: () => stage.show({ black: true }),
    },
  }
}
