import type { NonEmpty } from '../non-empty.ts'
import { asRecord } from '../record.ts'

/** Where a presentation stands: a slide, and the number of its fragments shown. */
export interface Position {
  readonly slide: string
  readonly step: number
}

/** What a screen shows: a position, or darkness over it. */
export interface View extends Position {
  readonly black: boolean
}

/** Whether two views are the same to whoever looks. */
export const looksAlike = (one: View, other: View): boolean =>
  one.slide === other.slide && one.step === other.step && one.black === other.black

/** One slide as a window or a relay knows it: its name and its length, no markup. */
export interface SlideInfo {
  readonly id: string
  readonly name: string
  /** The name of its part; empty before the first and after the last. */
  readonly part: string
  /** Planned speaking time, in minutes. */
  readonly minutes: number
  /** The same in the short running order, which leaves out the slides that have none. */
  readonly brief?: number
  /** Key presses until it is whole. */
  readonly steps: number
}

/** The slides that are shown, in running order; never empty. */
export type RunningOrder = NonEmpty<SlideInfo>

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last)

/** The place of a slide in the running order from 0; a slide that is not there is the first. */
export const indexOf = (runningOrder: RunningOrder, slide: string): number =>
  Math.max(
    runningOrder.findIndex(({ id }) => id === slide),
    0,
  )

/** The slide at a place in the running order, the nearest one there is. */
export const slideAt = (runningOrder: RunningOrder, index: number): SlideInfo =>
  runningOrder[clamp(index, runningOrder.length - 1)] ?? runningOrder[0]

/** The beginning of the slide at a place in the running order. */
export const startOf = (runningOrder: RunningOrder, index: number): Position => ({
  slide: slideAt(runningOrder, index).id,
  step: 0,
})

/** One key press on: the next step, else the next slide; at the end it stays. */
export function forward(runningOrder: RunningOrder, { slide, step }: Position): Position {
  const index = indexOf(runningOrder, slide)
  if (step < slideAt(runningOrder, index).steps) return { slide, step: step + 1 }
  return index === runningOrder.length - 1 ? { slide, step } : startOf(runningOrder, index + 1)
}

/** One key press back: the step before, else the slide before, whole; at the start it stays. */
export function back(runningOrder: RunningOrder, { slide, step }: Position): Position {
  if (step > 0) return { slide, step: step - 1 }
  const index = indexOf(runningOrder, slide)
  if (index === 0) return { slide, step }
  const { id, steps } = slideAt(runningOrder, index - 1)
  return { slide: id, step: steps }
}

/** A position that the deck has, read from anything; nothing if it names no slide of the deck. */
export function positionIn(runningOrder: RunningOrder, value: unknown): Position | undefined {
  const { slide, step } = asRecord(value)
  const info = runningOrder.find(({ id }) => id === slide)
  if (!info || typeof step !== 'number' || !Number.isInteger(step)) return undefined
  return { slide: info.id, step: clamp(step, info.steps) }
}

/** The address of a position, as reveal.js writes it: `#/ket-qua`, `#/ket-qua/0` for one step. */
export const addressOf = ({ slide, step }: Position): string =>
  step > 0 ? `#/${slide}/${step - 1}` : `#/${slide}`

/**
 * The slide and step an address asks for, whether or not the deck has them. What an app that passes
 * links on has put behind it, to know who follows them, asks for nothing.
 */
export function askedBy(hash: string): Position | undefined {
  const [slide, step] = hash.replace(/^#\/?|[?&].*$/g, '').split('/')
  return slide ? { slide, step: /^\d+$/.test(step ?? '') ? Number(step) + 1 : 0 } : undefined
}
