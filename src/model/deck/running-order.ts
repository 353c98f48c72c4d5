import type { NonEmpty } from '../non-empty.ts'
import { asRecord } from '../record.ts'

/** A position in a presentation: a slide, and the number of its fragments that are shown. */
export interface Position {
  readonly slide: string
  readonly step: number
}

/** What windows and relays know of a slide: its name and its times, but no texts. */
export interface SlideInfo {
  readonly id: string
  readonly name: string
  /** The name of its part; empty before the first part and after the last. */
  readonly part: string
  /** Planned speaking time, in whole seconds. */
  readonly seconds: number
  /** Set if the short running order keeps the slide. */
  readonly core?: true
  /** The number of key presses until the slide is shown in full. */
  readonly steps: number
}

/** The shown slides in order; never empty. */
export type RunningOrder = NonEmpty<SlideInfo>

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last)

/** The index of a slide in the running order; 0 if it is not there. */
export const indexOf = (runningOrder: RunningOrder, slide: string): number =>
  Math.max(
    runningOrder.findIndex(({ id }) => id === slide),
    0,
  )

/**
 * The slide at an index in the running order; the first or last one if the index is out of range.
 */
export const slideAt = (runningOrder: RunningOrder, index: number): SlideInfo =>
  runningOrder[clamp(index, runningOrder.length - 1)] ?? runningOrder[0]

/** The beginning of the slide at an index in the running order. */
export const startOf = (runningOrder: RunningOrder, index: number): Position => ({
  slide: slideAt(runningOrder, index).id,
  step: 0,
})

/** The position after a key press forward: the next step, or else the next slide. The end stays. */
export function forward(runningOrder: RunningOrder, { slide, step }: Position): Position {
  const index = indexOf(runningOrder, slide)
  if (step < slideAt(runningOrder, index).steps) return { slide, step: step + 1 }
  return index === runningOrder.length - 1 ? { slide, step } : startOf(runningOrder, index + 1)
}

/**
 * The position after a key press back: the step before, or else the end of the slide before. The
 * beginning stays.
 */
export function back(runningOrder: RunningOrder, { slide, step }: Position): Position {
  if (step > 0) return { slide, step: step - 1 }
  const index = indexOf(runningOrder, slide)
  if (index === 0) return { slide, step }
  const { id, steps } = slideAt(runningOrder, index - 1)
  return { slide: id, step: steps }
}

/**
 * Parses a position, with its step limited to those of the slide; undefined if it names no slide of
 * the deck.
 */
export function positionIn(runningOrder: RunningOrder, value: unknown): Position | undefined {
  const { slide, step } = asRecord(value)
  const info = runningOrder.find(({ id }) => id === slide)
  if (!info || typeof step !== 'number' || !Number.isInteger(step)) return undefined
  return { slide: info.id, step: clamp(step, info.steps) }
}

/** The hash of a position, in reveal.js's format: `#/ket-qua`, `#/ket-qua/0` for one step. */
export const addressOf = ({ slide, step }: Position): string =>
  step > 0 ? `#/${slide}/${step - 1}` : `#/${slide}`

/**
 * The slide and step in a hash, whether or not the deck has them; undefined if it names none.
 * Ignores parameters that apps append to links that they pass on, such as for tracking.
 */
export function askedBy(hash: string): Position | undefined {
  const [slide, step] = hash.replace(/^#\/?|[?&].*$/g, '').split('/')
  return slide ? { slide, step: /^\d+$/.test(step ?? '') ? Number(step) + 1 : 0 } : undefined
}
