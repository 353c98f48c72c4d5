import { type Position, positionIn, type RunningOrder } from '../deck/running-order.ts'
import { asRecord } from '../record.ts'
import { isOwnId } from '../version/version.ts'
import { longestWait, shownIn, shownOf, type View } from './view.ts'

// The JSON that a relay exchanges with browsers, stores, and shares with other relays. Senders use the
// types; receivers use the readers, which return undefined for anything else and never throw.

/** The presenter's view, as a relay stores it, with what orders two such states by age. */
export interface Presentation extends View {
  /** When the presentation was opened, in ms. A relay that lost its state opens it anew. */
  readonly epoch: number
  /** Counts the changes since then; 0 while nobody has presented. */
  readonly seq: number
  /** Counts the presenters: only the latest one may change the view. */
  readonly lease: number
  /** The hash of the presenter's own slides; absent if there are none. */
  readonly own?: string
}

/** The body of a presenter's POST to `live`. Without a lease it takes over from another presenter. */
export interface PresenterPost extends View {
  readonly lease?: number | undefined
  /** The `seq` of its last answer, which may have come from a relay that has crashed since. */
  readonly seq?: number | undefined
  /** The hash of its own slides, which the relay must have: see `own-slides.ts`. */
  readonly own?: string | undefined
}

/** The answer to a `PresenterPost`: its lease, the new `seq`, and the number of viewers. */
export interface PresenterAnswer {
  readonly lease: number
  readonly seq: number
  readonly viewers: number
  /**
   * Whether the relay's disk lacks something: viewers follow, but a relay that ends would forget
   * it.
   */
  readonly unwritten?: boolean
}

/** The answer to a presenter that posted its own slides: the hash that names them. */
export interface OwnAnswer {
  readonly hash: string
}

/** The state sent to viewers; `seq` is 0 and `slide` empty while nobody has presented. */
export interface AudienceState extends View {
  readonly epoch: number
  readonly seq: number
  /** The hash of the presenter's own slides, by which viewers ask for them. */
  readonly own?: string
  /** The time within which they ask, each at random, in ms, if that is not `usualSpread`. */
  readonly within?: number
  /** Whether the relay itself is cut off from the presenter, or from where the state is shared. */
  readonly lost?: boolean
}

/** How long an answer of a relay may take on the slowest line, in ms. */
export const slowestAnswer = 20_000

/** The time within which few viewers ask for own slides, and the longest that they are told, in ms. */
export const usualSpread = 1000
export const longestSpread = 30_000

/** A presenter's own slides as they are posted, in bytes: more than all that fit. */
export const longestOwn = 65_536

/** Whether a value is a whole number from 0. */
export const isCount = (value: unknown): value is number =>
  // `isSafeInteger` accepts numbers only, but does not narrow the type.
  Number.isSafeInteger(value) && (value as number) >= 0

const isHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{32}$/.test(value)

/** The position, if the deck has it exactly; `positionIn` would correct a step that is too high. */
export function exactPosition(runningOrder: RunningOrder, asked: Position): Position | undefined {
  const position = positionIn(runningOrder, asked)
  return position?.step === asked.step ? position : undefined
}

/**
 * Reads a presentation; undefined if this deck cannot show it, or nobody has presented. An own slide
 * may be one that the relay gets again only later.
 */
export function presentationIn(
  runningOrder: RunningOrder,
  value: unknown,
): Presentation | undefined {
  const { lease } = asRecord(value)
  const state = audienceStateIn(value)
  if (!state || state.seq === 0 || !isCount(lease)) return
  const { epoch, seq, slide, step, own } = state
  const has = exactPosition(runningOrder, state) ?? (own && isOwnId(slide) && step === 0)
  if (!has) return
  return {
    ...{ epoch, seq, lease, slide, step },
    ...shownOf(state),
    ...(own && { own }),
  }
}

/**
 * Reads the body of a presenter's POST; refuses unknown and invalid fields. A beginning more than a
 * day away from `now`, in ms, is left out: one of the two clocks is wrong, and the talk must go on
 * all the same.
 */
export function presenterPostIn(value: unknown, now = Date.now()): PresenterPost | undefined {
  const { lease, seq, own, ...view } = asRecord(value)
  const { slide, step } = view
  const shown = shownIn(view)
  const { screen, starts, ...others } = shown
  if (typeof slide !== 'string' || !isCount(step) || !screen) return
  // Besides slide and step it has only what was read.
  if (Object.keys(view).length !== Object.keys(shown).length + 2) return
  if (lease !== undefined && !(isCount(lease) && lease > 0)) return
  if (seq !== undefined && !isCount(seq)) return
  if (own !== undefined && !isHash(own)) return
  return {
    ...{ slide, step, screen, ...others },
    ...(starts && Math.abs(starts - now) <= longestWait && { starts }),
    ...(lease && { lease }),
    ...(seq !== undefined && { seq }),
    ...(own && { own }),
  }
}

/** Reads the answer to a presenter. */
export function presenterAnswerIn(value: unknown): PresenterAnswer | undefined {
  const { lease, seq, viewers, unwritten } = asRecord(value)
  if (!isCount(lease) || !isCount(seq) || !isCount(viewers)) return undefined
  return { lease, seq, viewers, ...(unwritten === true && { unwritten }) }
}

/** Reads the answer to own slides. */
export function ownAnswerIn(value: unknown): OwnAnswer | undefined {
  const { hash } = asRecord(value)
  return isHash(hash) ? { hash } : undefined
}

/** The state for viewers: a presentation without its lease. */
export const audienceStateOf = (
  { lease: _, ...state }: Presentation,
  lost: boolean,
  within = usualSpread,
): AudienceState => ({
  ...state,
  ...(within !== usualSpread && { within }),
  ...(lost && { lost }),
})

/** Whether a state is older than another: within an epoch a lower `seq` has arrived late. */
export const isOlder = (one: AudienceState, than: AudienceState | undefined): boolean =>
  than !== undefined && one.epoch === than.epoch && one.seq < than.seq

/** Reads the state for viewers, whether or not this deck has its slide. */
export function audienceStateIn(value: unknown): AudienceState | undefined {
  const { epoch, seq, slide, step, own, within, lost } = asRecord(value)
  const { screen, ...others } = shownIn(value)
  if (!isCount(epoch) || !isCount(seq) || !isCount(step)) return
  if (typeof slide !== 'string' || !screen) return
  return {
    ...{ epoch, seq, slide, step, screen, ...others },
    ...(isHash(own) && { own }),
    ...(isCount(within) && within <= longestSpread && { within }),
    lost: lost === true,
  }
}

/**
 * The view that a state brings to a page that shows `before`; `position` is where its slide is
 * there, if it is. What stands instead of a slide comes without it too: a speaker who blanks the
 * screen means every screen. A slide that is missing leaves the page as it is.
 */
export function viewOf(state: AudienceState, position: Position | undefined, before: View): View {
  const shown = shownOf(state)
  if (position) return { ...position, ...shown }
  // The spotlight is on a row of the slide that is missing.
  return state.screen === 'slide' ? before : { ...before, ...shown, spot: before.spot }
}

/** Whether only a machine itself reaches a host by this name. */
export const isOnlyHere = (hostname: string): boolean =>
  /^(localhost|127\.[\d.]+|\[::1\])$|\.localhost$/.test(hostname)

/** The answer to a paired screen that asks where other machines reach the relay. */
export interface Addresses {
  /** Each ends with a slash. */
  readonly addresses: readonly string[]
}

/** Reads addresses of a relay; undefined if one of them is none of a web page. */
export function addressesIn(value: unknown): Addresses | undefined {
  const { addresses } = asRecord(value)
  const isAddress = (one: unknown) =>
    typeof one === 'string' && /^https?:\/\/[\w.:[\]-]{1,100}\/$/.test(one)
  return Array.isArray(addresses) && addresses.every(isAddress) ? { addresses } : undefined
}

/** What a paired screen hands over with a code, in bytes at most: a private version and a clock. */
export const longestHanded = 1_000_000

/** Reads the request for a code: the text to hand over with it, or none; refuses any other field. */
export function handedIn(value: unknown): { readonly handed?: string } | undefined {
  const { handed, ...others } = asRecord(value)
  if (Object.keys(others).length > 0) return undefined
  if (handed === undefined) return {}
  return typeof handed === 'string' ? { handed } : undefined
}

/** The answer to a paired screen that asks for a code for another one. */
export interface LentCode {
  readonly code: string
  /** How long it can be used, once. */
  readonly seconds: number
}

/** Reads the answer to a paired screen that asked for a code. */
export function lentCodeIn(value: unknown): LentCode | undefined {
  const { code, seconds } = asRecord(value)
  const isCode = typeof code === 'string' && /^[A-Z2-9]{5}-[A-Z2-9]{5}$/.test(code)
  return isCode && isCount(seconds) ? { code, seconds } : undefined
}

/** Reads the code in a request to pair a screen; refuses any other field. */
export function pairingCodeIn(value: unknown): string | undefined {
  const { code, ...others } = asRecord(value)
  return typeof code === 'string' && Object.keys(others).length === 0 ? code : undefined
}
