import type { RunningOrder } from '../model/deck/running-order.ts'
import type { OwnSlides } from '../model/talk/own-slides.ts'
import {
  type AudienceState,
  audienceStateOf,
  type PresenterPost,
} from '../model/talk/relay-protocol.ts'
import { longestTalk } from '../model/talk/talk.ts'
import { isSuperseded, noPresentation, type Outcome, publish, withoutOwn } from './presentation.ts'
import { hashOf, onlyOwn, ownIn, spreadOf, withOwn } from './state/own-pool.ts'
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
  /**
   * Takes own slides of a presenter, who names them by their hash in later posts. Resolves with it, or
   * with undefined if another presenter has taken over.
   */
  offer(own: OwnSlides, lease: number | undefined): Promise<string | undefined>
  /** The own slides with a hash, while they are presented. */
  own(hash: string): OwnSlides | undefined
  /** Milliseconds since the last accepted post; `NaN` if this relay has had none. */
  silent(): number
  /** Whether the disk lacks a change. */
  isUnwritten(): boolean
  /** The number of viewers at all relays that share the state. */
  everywhere(): number
  /** Tells viewers to reconnect a little later, and closes their streams. */
  close(): Promise<void>
}

/**
 * Sends the presentation in a relay's state to its viewers, now and whenever it changes; `headers` go
 * into the heads of their streams.
 */
export function showLive(
  relayState: RelayState,
  runningOrder: RunningOrder,
  manners: Manners,
  headers: Readonly<Record<string, string>> = {},
): LivePresentation {
  const none = noPresentation(Date.now())
  const { presentation, ownSlides } = relayState
  let asserted = Number.NaN
  /** When this relay heard last of a presenter, here or at another relay. */
  let stirred = performance.now()
  const stir = () => {
    stirred = performance.now()
  }
  const silent = () => performance.now() - asserted
  let viewerCount = () => 0
  /** For own slides once: a number of viewers that changes is not worth telling all of them. */
  let spread: { readonly hash: string; readonly within: number } | undefined
  const withinOf = (own: OwnSlides | undefined) => {
    if (!own) return undefined
    const hash = hashOf(own)
    if (spread?.hash !== hash) spread = { hash, within: spreadOf(own, viewerCount()) }
    return spread.within
  }
  const state = () => {
    const now = presentation.current() ?? none
    // The others may have newer state if this relay cannot reach them and the presenter posts
    // elsewhere.
    const lost = relayState.isCutOff() && !(silent() < silence)
    return audienceStateOf(now, lost, withinOf(ownIn(ownSlides.current(), now.own)))
  }
  let words = JSON.stringify(state())
  const viewers = new Viewers(words, manners, headers)
  viewerCount = () => viewers.count
  const tell = () => {
    const newer = JSON.stringify(state())
    if (newer !== words) viewers.show(newer)
    words = newer
  }
  presentation.subscribe(tell)
  presentation.subscribe(stir)
  ownSlides.subscribe(stir)
  /** Forgets what is the presenter's own, once the talk is over. */
  const forget = () => {
    if (performance.now() - stirred < longestTalk) return
    const pool = ownSlides.current()
    void presentation.change((newest) => {
      if (!newest?.own) return newest
      const isOfDeck = runningOrder.some(({ id }) => id === newest.slide)
      const on = ownIn(pool, newest.own)?.slides.find(({ id }) => id === newest.slide)
      return withoutOwn(newest, isOfDeck ? undefined : (on?.after ?? runningOrder[0].id))
    })
    void ownSlides.change((newest) => onlyOwn(newest, undefined))
  }
  const listening = setInterval(() => {
    tell()
    forget()
  }, pause).unref()
  return {
    viewers,
    state,
    silent,
    isUnwritten: () => relayState.disk.owes,
    everywhere: relayState.count(() => viewers.count),
    async publish(post) {
      const last: { outcome: Outcome } = { outcome: { kind: 'unknown' } }
      const before = presentation.current()?.own
      await presentation.change((newest) => {
        const own = ownIn(ownSlides.current(), post.own)
        last.outcome = publish(newest ?? none, runningOrder, post, own)
        return 'presentation' in last.outcome ? last.outcome.presentation : newest
      })
      if ('presentation' in last.outcome) {
        asserted = performance.now()
        stir()
        tell()
        const { own } = last.outcome.presentation
        if (own !== before) await ownSlides.change((pool) => onlyOwn(pool, own))
      }
      return last.outcome
    },
    async offer(own, lease) {
      const now = presentation.current() ?? none
      if (isSuperseded(now, lease)) return undefined
      await ownSlides.change((pool) => withOwn(pool, own, presentation.current()?.own))
      return hashOf(own)
    },
    own(hash) {
      const presented = presentation.current()?.own
      return presented === hash ? ownIn(ownSlides.current(), hash) : undefined
    },
    async close() {
      clearInterval(listening)
      await viewers.close()
    },
  }
}
