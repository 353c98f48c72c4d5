import type { Command } from '../model/command.ts'
import { back, forward, type Position, startOf } from '../model/position.ts'
import type { Stage } from './stage.ts'

/** Commands and what each does. */
export type Actions = Partial<Record<Command, () => void>>

/** What moves a presentation, from the deck and from the speaker's screen alike. */
export function movesOf(stage: Stage): { moves: Actions; page: (number: number) => void } {
  const { outline } = stage
  const go = (position: Position) => {
    const { slide, step } = stage.showing
    if (position.slide !== slide || position.step !== step) stage.show(position)
  }
  const page = (number: number) => go(startOf(outline, number - 1))
  return {
    page,
    moves: {
      next: () => go(forward(outline, stage.showing)),
      previous: () => go(back(outline, stage.showing)),
      first: () => page(1),
      last: () => page(outline.length),
      black: () => stage.show({ black: true }),
    },
  }
}
