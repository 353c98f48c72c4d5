import {
  looksAlike,
  type Position,
  positionIn,
  type RunningOrder,
  type View,
} from '../model/deck/running-order.ts'
import { asRecord } from '../model/record.ts'

/** What the presenter shows to every screen, and how a relay tells the newer of two such states. */
export interface Presentation extends View {
  /** When the room was opened; one that lost its state is opened anew. */
  readonly epoch: number
  /** Counts the changes since; 0 while nobody has presented. */
  readonly seq: number
  /** Counts the presenters: the last one holds the room. */
  readonly lease: number
}

/** What a presenter asks for. Without a lease it takes the room over. */
export interface Shown extends View {
  readonly lease?: number
  /** The count of the last change it was answered for: by another relay, perhaps, which is gone. */
  readonly seq?: number
}

/** What came of it: `unknown` is no position of this deck, `superseded` another presenter's room. */
export type Outcome =
  | { readonly kind: 'changed' | 'same'; readonly presentation: Presentation }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'superseded' }

/** A room in which nobody has presented yet. */
export const noPresentation = (epoch: number): Presentation => ({
  epoch,
  seq: 0,
  lease: 0,
  slide: '',
  step: 0,
  black: false,
})

/** A position exactly as it was asked for: one that had to be corrected is none. */
function exactly(runningOrder: RunningOrder, asked: Position): Position | undefined {
  const position = positionIn(runningOrder, asked)
  return position?.step === asked.step ? position : undefined
}

/** How much further a presenter may have counted than a room that heard nothing of it. */
const furthest = 100_000

/** Shows something else, if the deck has it and nobody newer presents. */
export function publish(
  presentation: Presentation,
  runningOrder: RunningOrder,
  shown: Shown,
): Outcome {
  const position = exactly(runningOrder, shown)
  if (!position) return { kind: 'unknown' }
  // A greater lease was granted before this room lost its state: the presenter knows better.
  const { lease = presentation.lease + 1, black } = shown
  if (lease < presentation.lease) return { kind: 'superseded' }
  // Whoever followed that other relay takes what is counted lower for old.
  const seq = Math.max(presentation.seq, Math.min(shown.seq ?? 0, presentation.seq + furthest))
  const { slide, step } = position
  const same =
    presentation.seq > 0 &&
    seq === presentation.seq &&
    lease === presentation.lease &&
    looksAlike(presentation, { ...position, black })
  if (same) return { kind: 'same', presentation }
  return {
    kind: 'changed',
    presentation: { epoch: presentation.epoch, seq: seq + 1, lease, slide, step, black },
  }
}

/**
 * Which of two states stands; the order in which they arrive does not matter. Two relays that could
 * not hear of each other may have counted alike: then the newer presenter's, or just one of them.
 */
export function newestPresentation(one: Presentation, other: Presentation): Presentation {
  const rank = ({ epoch, seq, lease, slide, step, black }: Presentation) => [
    epoch,
    seq,
    lease,
    slide,
    step,
    Number(black),
  ]
  const ranks = rank(one)
  for (const [at, its] of rank(other).entries()) {
    const mine = ranks[at] ?? ''
    if (its !== mine) return its > mine ? other : one
  }
  return one
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** A room read from anything; nothing if this deck cannot show it. */
export function presentationIn(
  runningOrder: RunningOrder,
  value: unknown,
): Presentation | undefined {
  const { epoch, seq, lease, slide, step, black } = asRecord(value)
  if (!isCount(epoch) || !isCount(seq) || !isCount(lease) || typeof black !== 'boolean') return
  if (typeof slide !== 'string' || !isCount(step) || seq === 0) return
  const position = exactly(runningOrder, { slide, step })
  return position && { epoch, seq, lease, ...position, black }
}

/** What a presenter asks for, read from anything; nothing more and nothing less than its fields. */
export function shownIn(value: unknown): Shown | undefined {
  const { slide, step, black, lease, seq, ...others } = asRecord(value)
  if (typeof slide !== 'string' || !isCount(step) || typeof black !== 'boolean') return
  if (Object.keys(others).length > 0) return
  if (lease !== undefined && !(isCount(lease) && lease > 0)) return
  if (seq !== undefined && !isCount(seq)) return
  return { slide, step, black, ...(lease && { lease }), ...(seq !== undefined && { seq }) }
}
