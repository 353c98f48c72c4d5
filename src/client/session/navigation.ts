import {
  back,
  forward,
  type Position,
  type RunningOrder,
  startOf,
} from '../../model/deck/running-order.ts'
import type { Command } from '../../model/talk/command.ts'
import type { Screen } from '../../model/talk/view.ts'
import type { Session } from './session.ts'

/** What each command does. */
export type Actions = Partial<Record<Command, () => void>>

/** What turns act on: a position that can be read and set. */
export interface Place {
  readonly runningOrder: RunningOrder
  readonly position: Position
  go(position: Position): void
}

/** The audience's position, which all windows share. */
const audienceOf = (session: Session): Place => ({
  get runningOrder() {
    return session.runningOrder
  },
  get position() {
    return session.view
  },
  go: (position) => session.show(position),
})

/** Navigation that the deck and the speaker screen have in common. */
export interface Navigation {
  /** Turn to another step or slide. */
  readonly turns: Readonly<Record<'next' | 'previous' | 'first' | 'last', () => void>>
  /** Show something to the audience instead of the slide. */
  readonly screens: Readonly<Record<Exclude<Screen, 'slide'>, () => void>>
  readonly page: (number: number) => void
  /** Runs the action, or, while something stands instead of the slide, only brings it back. */
  readonly wakeScreenOr: (act: () => void) => void
}

/** The navigation of a session; turns act on `place`, by default the audience's position. */
export function navigationOf(session: Session, place: Place = audienceOf(session)): Navigation {
  const go = (position: Position) => {
    const { slide, step } = place.position
    if (position.slide !== slide || position.step !== step) place.go(position)
  }
  const page = (number: number) => go(startOf(place.runningOrder, number - 1))
  return {
    page,
    wakeScreenOr: (act) =>
      session.view.screen === 'slide' ? act() : session.show({ screen: 'slide' }),
    turns: {
      next: () => go(forward(place.runningOrder, place.position)),
      previous: () => go(back(place.runningOrder, place.position)),
      first: () => page(1),
      last: () => page(place.runningOrder.length),
    },
    screens: {
      black: () => session.show({ screen: 'black' }),
      white: () => session.show({ screen: 'white' }),
      waiting() {
        const { starts = 0 } = session.view
        // A time that has passed was that of the last time they waited.
        session.show({ screen: 'waiting', starts: starts > Date.now() ? starts : undefined })
      },
    },
  }
}
