import { type RunningOrder, slideAt } from '../deck/running-order.ts'
import { asRecord } from '../record.ts'

/** Milliseconds spent on each slide, by slide id. */
export type Times = Readonly<Record<string, number>>

/**
 * The clock of a talk: the time spent on each slide. `at` is wall-clock time, and all are in ms.
 */
export interface Talk {
  readonly spent: Times
  /** The times of the previous run, kept when the clock was reset. */
  readonly before: Times
  readonly running: boolean
  /** The wall-clock time up to which time has been counted. */
  readonly at: number
  /** Length of gaps that were not counted; the speaker may still add it. */
  readonly skipped: number
}

/** A talk that has not begun. */
export const freshTalk: Talk = { spent: {}, before: {}, running: false, at: 0, skipped: 0 }

/**
 * The longest gap between two calls of `account` that counts as talking, such as a reload or a
 * crash. After a longer one the computer slept, the window was closed or the clock was changed: it
 * is not counted, and the speaker is told so.
 */
export const longestGap = 2 * 60_000

/** The sum of some times, in ms. */
export const total = (times: Times): number =>
  Object.values(times).reduce((sum, time) => sum + time, 0)

const add = (times: Times, slide: string, time: number): Times =>
  time > 0 ? { ...times, [slide]: (times[slide] ?? 0) + time } : times

/** Whether any time was counted, or the clock is running. */
export const hasBegun = ({ running, spent }: Talk): boolean => running || total(spent) > 0

/** Counts the time up to `now` for the slide that was shown until now. */
export function account(talk: Talk, slide: string, now: number): Talk {
  const gap = now - talk.at
  if (!talk.running || gap < 0) return { ...talk, at: now }
  if (gap > longestGap) return { ...talk, at: now, skipped: talk.skipped + gap }
  return { ...talk, at: now, spent: add(talk.spent, slide, gap) }
}

/** Starts the clock, or continues it. */
export const run = (talk: Talk, now: number): Talk => ({ ...talk, running: true, at: now })

/** Stops the clock, after counting the time of the current slide. */
export const pause = (talk: Talk, slide: string, now: number): Talk => ({
  ...account(talk, slide, now),
  running: false,
})

/** Sets the clock to zero; the times spent, if any, become those of the previous run. */
export const reset = ({ spent, before }: Talk): Talk => ({
  ...freshTalk,
  before: total(spent) > 0 ? spent : before,
})

/** Adds the skipped gaps to the current slide's time after all, or drops them. */
export const settle = (talk: Talk, slide: string, counted: boolean): Talk => ({
  ...talk,
  spent: counted ? add(talk.spent, slide, talk.skipped) : talk.spent,
  skipped: 0,
})

/** How a talk stands against its plan. All in ms; `left` is negative when over time. */
export interface Pace {
  /** All that was counted, questions included. */
  readonly spent: number
  readonly planned: number
  readonly left: number
  /** The current part; absent where the slide belongs to no part. */
  readonly part?: { readonly name: string; readonly planned: number; readonly left: number }
  /** What the plan gives to the slides that follow and to what is left of the current one. */
  readonly rest: number
  /** The time for questions: that of the last slide once its own is over. */
  readonly questions: { readonly planned: number; readonly left: number }
}

const plannedOf = (slides: readonly { seconds: number }[]): number =>
  slides.reduce((sum, { seconds }) => sum + seconds * 1000, 0)

/**
 * Compares a talk, counted up to now, with the plan of the slides in the running order, and of so
 * many ms for questions after them. Without any, the last slide's time is all the talk's.
 */
export function paceOf(
  runningOrder: RunningOrder,
  talk: Talk,
  slide: string,
  questions: number,
): Pace {
  const index = runningOrder.findIndex(({ id }) => id === slide)
  const info = runningOrder[index]
  const spent = total(talk.spent)
  const planned = plannedOf(runningOrder)
  const unspent = info ? Math.max(plannedOf([info]) - (talk.spent[slide] ?? 0), 0) : 0
  const last = slideAt(runningOrder, runningOrder.length - 1)
  const over = Math.max((talk.spent[last.id] ?? 0) - plannedOf([last]), 0)
  const asked = questions > 0 ? over : 0
  const pace = {
    spent,
    planned,
    left: planned - (spent - asked),
    rest: unspent + plannedOf(runningOrder.slice(index + 1)),
    questions: { planned: questions, left: questions - asked },
  }
  if (!info?.part) return pace
  const slides = runningOrder.filter(({ part }) => part === info.part)
  const used = slides.reduce((sum, { id }) => sum + (talk.spent[id] ?? 0), 0)
  const whole = plannedOf(slides)
  return { ...pace, part: { name: info.part, planned: whole, left: whole - used } }
}

const timesIn = (value: unknown): Times | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const times = Object.entries(value)
  return times.every(([, time]) => Number.isFinite(time) && time >= 0)
    ? Object.fromEntries(times)
    : undefined
}

/** Parses a talk from a value of unknown type; undefined if it is not one. */
export function talkIn(value: unknown): Talk | undefined {
  const { spent, before, running, at, skipped } = asRecord(value)
  const times = timesIn(spent)
  const earlier = timesIn(before)
  if (!times || !earlier || typeof running !== 'boolean') return undefined
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined
  if (typeof skipped !== 'number' || !(skipped >= 0)) return undefined
  return { spent: times, before: earlier, running, at, skipped }
}
