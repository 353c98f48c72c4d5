import type { RunningOrder } from '../model/deck/running-order.ts'
import {
  type AudienceState,
  audienceStateOf,
  type PresenterPost,
} from '../model/talk/relay-protocol.ts'
import { noPresentation, type Outcome, publish } from './presentation.ts'
import type { RelayState } from './state/relay-state.ts'
import { type Manners, Viewers } from './viewers.ts'

/** How long a presenter counts as heard after a post, in milliseconds; it posts every 10 s. */
const silence = 25_000

/**
 * How often the state is compared with what viewers have, in milliseconds, because losing contact
 * with the other relays raises no event.
 */
const pause = 1000

/** The presentation and its viewers at this relay. */
export interface LivePresentation {
  readonly viewers: Viewers
  /** The state to show to viewers now. */
  state(): AudienceState
  /** Applies a presenter's post and sends the result to viewers. */
  publish(post: PresenterPost): Promise<Outcome>
  /** Milliseconds since the last accepted post; `NaN` if this relay has had none. */
  silent(): number
  /** The number of viewers at all relays that share the state. */
  everywhere(): number
  /** Tells viewers to reconnect a little later, and closes their streams. */
  close(): Promise<void>
}

/** Sends the presentation in a relay's state to its viewers, now and whenever it changes. */
export function showLive(
  relayState: RelayState,
  runningOrder: RunningOrder,
  manners: Manners,
): LivePresentation {
  const none = noPresentation(Date.now())
  let asserted = Number.NaN
  const silent = () => performance.now() - asserted
  const state = () =>
    audienceStateOf(
      relayState.presentation.current() ?? none,
      // The others may have newer state if this relay cannot reach them and the presenter posts
      // elsewhere.
      relayState.isCutOff() && !(silent() < silence),
    )
  let words = JSON.stringify(state())
  const viewers = new Viewers(words, manners)
  const tell = () => {
    const newer = JSON.stringify(state())
    if (newer !== words) viewers.show(newer)
    words = newer
  }
  relayState.presentation.subscribe(tell)
  const listening = setInterval(tell, pause).unref()
  return {
    viewers,
    state,
    silent,
    everywhere: relayState.count(() => viewers.count),
    async publish(post) {
      const last: { outcome: Outcome } = { outcome: { kind: 'unknown' } }
      await relayState.presentation.change((newest) => {
        last.outcome = publish(newest ?? none, runningOrder, post)
        return 'presentation' in last.outcome ? last.outcome.presentation : newest
      })
      if ('presentation' in last.outcome) {
        asserted = performance.now()
        tell()
      }
      return last.outcome
    },
    async close() {
      clearInterval(listening)
      await viewers.close()
    },
  }
}
