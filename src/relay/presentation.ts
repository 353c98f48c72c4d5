import type { RunningOrder } from '../model/deck/running-order.ts'
import { type OwnSlides, shownPosition } from '../model/talk/own-slides.ts'
import type { Presentation, PresenterPost } from '../model/talk/relay-protocol.ts'
import { looksAlike, shownOf, viewFields } from '../model/talk/view.ts'

/**
 * The result of a presenter's post: `unknown` if the deck does not have the position, `superseded`
 * if another presenter has taken over, `lacking` if the relay does not have its own slides.
 */
export type Outcome =
  | { readonly kind: 'changed' | 'same'; readonly presentation: Presentation }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'lacking' }

/** The presentation before anyone has presented. */
export const noPresentation = (epoch: number): Presentation => ({
  epoch,
  seq: 0,
  lease: 0,
  slide: '',
  step: 0,
  screen: 'slide',
})

/** The most by which a presenter's `seq` may exceed the relay's; a higher one is cut to this. */
const furthest = 100_000

/** Whether a presenter's lease was superseded. A higher one was granted before a relay lost its state. */
export const isSuperseded = ({ lease }: Presentation, asked: number | undefined): boolean =>
  asked !== undefined && asked < lease

/**
 * Applies a presenter's post, if the deck or its own slides, which are `own`, have the position and
 * nobody else has taken over. A post without a `lease` takes over.
 */
export function publish(
  presentation: Presentation,
  runningOrder: RunningOrder,
  post: PresenterPost,
  own?: OwnSlides,
): Outcome {
  const { lease = presentation.lease + 1 } = post
  if (isSuperseded(presentation, post.lease)) return { kind: 'superseded' }
  if (post.own && !own) return { kind: 'lacking' }
  const position = shownPosition(runningOrder, own, post)
  if (!position) return { kind: 'unknown' }
  // Viewers ignore a `seq` lower than the last one, which they may have from a relay that crashed.
  const seq = Math.max(presentation.seq, Math.min(post.seq ?? 0, presentation.seq + furthest))
  const view = { ...position, ...shownOf(post) }
  const same =
    presentation.seq > 0 &&
    seq === presentation.seq &&
    lease === presentation.lease &&
    post.own === presentation.own &&
    looksAlike(presentation, view)
  if (same) return { kind: 'same', presentation }
  return {
    kind: 'changed',
    presentation: {
      ...{ epoch: presentation.epoch, seq: seq + 1, lease, ...view },
      ...(post.own && { own: post.own }),
    },
  }
}

/**
 * A presentation whose presenter was silent for so long that it is over: nothing of the presenter's own
 * is left of it. On an own slide it goes back to the deck's slide before, which is `before`.
 */
export function withoutOwn(
  { own, spot, ...presentation }: Presentation,
  before?: string,
): Presentation {
  const seq = presentation.seq + 1
  return { ...presentation, seq, ...(before !== undefined && { slide: before }) }
}

/**
 * The newer of two states, in whichever order they arrive: by `epoch`, then `seq`, then `lease`.
 * Relays that could not reach each other may have counted alike; the other fields then decide, so
 * that all relays choose the same state.
 */
export function newestPresentation(one: Presentation, other: Presentation): Presentation {
  const rank = (presentation: Presentation) => [
    presentation.epoch,
    presentation.seq,
    presentation.lease,
    ...viewFields.map((field) => presentation[field] ?? -1),
    presentation.own ?? '',
  ]
  const ranks = rank(one)
  for (const [at, its] of rank(other).entries()) {
    const mine = ranks[at] ?? ''
    if (its !== mine) return its > mine ? other : one
  }
  return one
}
