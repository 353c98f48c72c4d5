import { type Position, positionIn, type RunningOrder } from '../../model/deck/running-order.ts'
import { asRecord } from '../../model/record.ts'
import { longestTalk, reset, type Talk, talkIn } from '../../model/talk/talk.ts'
import { type Versioned, versionedIn } from '../../model/talk/versioned.ts'
import { shownIn, type View } from '../../model/talk/view.ts'

/** What the audience's screen shows. `started` is true from the first full screen on. */
export interface SessionView extends View {
  readonly started: boolean
}

/** The state that all windows of a deck agree on. */
export interface Shared {
  readonly view: Versioned<SessionView>
  readonly talk: Versioned<Talk>
}

/** The names of the values, in the order in which they are stored. */
export const sharedNames = ['view', 'talk'] as const

/** The view of a deck that nobody has presented yet. */
export const firstView = (runningOrder: RunningOrder): SessionView => ({
  slide: runningOrder[0].id,
  step: 0,
  screen: 'slide',
  started: false,
})

/** A view after a change. A spotlight ends with the step that it was on. */
export function changed(view: SessionView, change: Partial<SessionView>): SessionView {
  const { spot, ...next } = { ...view, ...change }
  const stays = 'spot' in change || (next.slide === view.slide && next.step === view.step)
  return stays && spot !== undefined ? { ...next, spot } : next
}

/**
 * Parses a shared state; drops the parts that this deck cannot show. `near` gives the slide that
 * replaces one hidden by this window's version, whose beginning is then shown.
 */
export function sharedIn(
  shared: unknown,
  runningOrder: RunningOrder,
  near: (slide: string) => string | undefined,
): Partial<Shared> {
  const { view, talk } = asRecord(shared)
  const instead = (value: unknown): Position | undefined => {
    const { slide } = asRecord(value)
    const other = typeof slide === 'string' ? near(slide) : undefined
    return other === undefined ? undefined : { slide: other, step: 0 }
  }
  const shown = versionedIn(view, (value) => {
    const position = positionIn(runningOrder, value) ?? instead(value)
    const { started } = asRecord(value)
    return (
      position && {
        ...position,
        screen: 'slide' as const,
        ...shownIn(value),
        started: started === true,
      }
    )
  })
  const timed = versionedIn(talk, talkIn)
  return { ...(shown && { view: shown }), ...(timed && { talk: timed }) }
}

/**
 * The stored state, or the beginning for a talk long over. It has no author, so that the state of
 * an open window wins.
 */
export function begunAnew(
  { view, talk }: Partial<Shared>,
  runningOrder: RunningOrder,
): Partial<Shared> {
  if (Date.now() - Math.max(view?.when ?? 0, talk?.when ?? 0) <= longestTalk) {
    return { ...(view && { view }), ...(talk && { talk }) }
  }
  return {
    ...(view && { view: { ...view, value: firstView(runningOrder), by: '' } }),
    ...(talk && { talk: { ...talk, value: reset(talk.value, Date.now()), by: '' } }),
  }
}
