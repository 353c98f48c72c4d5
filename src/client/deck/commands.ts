import type { Command } from '../../model/talk/command.ts'
import { hasBegun, total } from '../../model/talk/talk.ts'
import { stillDown } from '../browser/sign.ts'
import { type Actions, navigationOf } from '../session/navigation.ts'
import type { Session } from '../session/session.ts'
import type { AtOnce, Controls } from './later/controls.ts'
import { type Later, prepareLater, useLater } from './load-later.ts'
import { isRead, root, slideRead } from './narrow.ts'
import type { Stage } from './stage/reveal.ts'

/** What the deck's commands act on. */
interface Parts {
  readonly sections: Stage['sections']
  readonly session: Session
  /** Goes to the beginning of a slide. */
  readonly go: (slide: string) => void
  /** Runs a jump, from which the browser's Back returns. */
  readonly leap: (act: () => void) => void
  /** Whether the talk continues where it was left. Starting it then stays on the current slide. */
  readonly isResumed: () => boolean
  readonly say: (text: string) => void
}

/** Runs the deck's commands. While something stands instead of the slide, a command only brings it back. */
interface Control {
  /** Runs a command, if the deck has it. */
  run(command: Command): void
  /** Goes to the slide with a number, counted from 1. */
  turnTo(number: number): void
  /** Shows where the presenter points; `value` is unchecked. */
  point(value: unknown): void
  /** Closes the overview and resets the magnifier, which exist only while presenting. */
  leave(): void
}

/** How long a talk has gone on that is under way, in ms; a shorter one may be a look around. */
const look = 60_000

const isUnderWay = ({ talk, counted }: Session): boolean =>
  talk.running && total(counted.spent) > look

/**
 * Returns a function that tells whether the deck opened in the middle of a talk, and not by a link.
 * It is false once the talk is restarted or the first slide is shown, in any window.
 */
export function watchResumed(session: Session, isLinked: boolean): () => boolean {
  const isFirst = () => session.view.slide === session.runningOrder[0].id
  let resumed = !isLinked && !isFirst()
  session.onChange((_, talk, found) => {
    if (found) resumed = !isLinked
    const wasReset = hasBegun(talk) && !hasBegun(session.talk)
    if (wasReset || isFirst()) resumed = false
  })
  return () => resumed
}

/**
 * Binds the deck's commands to what they do. Those that open something are loaded once the deck works,
 * and run at once from then on.
 */
export function controlDeck({ sections, session, go, leap, isResumed, say }: Parts): Control {
  const { turns, screens, page, wakeScreenOr } = navigationOf(session)
  const fillScreen = () => {
    session.show({ started: true })
    // Browsers refuse without a user gesture, and some have no full screen: the deck is then shown
    // in its window.
    root.requestFullscreen?.().catch(() => undefined)
  }
  const own: Actions & Record<AtOnce, () => void> = {
    ...turns,
    ...screens,
    fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : fillScreen()),
    // After the first start, F5 continues at the current slide, such as after Escape or a crash.
    start: () => {
      // Nor does it leave a talk that a speaker's screen has begun.
      if (!session.view.started && !isResumed() && !isUnderWay(session)) page(1)
      fillScreen()
    },
    'start-here': () => {
      const slide = isRead() ? slideRead() : undefined
      if (slide && slide !== session.view.slide) go(slide)
      fillScreen()
    },
    enter: turns.next,
  }
  let controls: Controls | undefined
  const control = ({ startControls }: Later) => {
    controls ??= startControls({
      sections,
      session,
      say,
      run,
      leap: (slide) => leap(() => go(slide)),
    })
    return controls
  }
  const run = (command: Command) =>
    wakeScreenOr(() => {
      const act = own[command]
      if (act) return act()
      const isDown = stillDown('keyup')
      useLater((later) => {
        // This one lasts as long as its key is down, which may have come up while the piece loaded.
        if (command !== 'pointer' || isDown()) control(later).actions[command]?.()
      })
    })
  prepareLater(control)
  return {
    run,
    turnTo: (number) => wakeScreenOr(() => page(number)),
    point: (value) => useLater((later) => control(later).point(value)),
    leave: () => controls?.leave(),
  }
}
