import type { RunningOrder } from '../deck/running-order.ts'
import { asRecord } from '../record.ts'

/** Milliseconds spent, by slide id. */
export type Times = Readonly<Record<string, number>>

/** The clock of a talk: what was spent on each slide, now and the time before. Wall times in ms. */
export interface Talk {
  readonly spent: Times
  /** The rehearsal before this one, kept when the clock was reset. */
  readonly before: Times
  readonly running: boolean
  /** Up to when the time is accounted for. */
  readonly at: number
  /** A gap that was not counted, which the speaker may still count in. */
  readonly skipped: number
}

/** A talk that has not begun. */
export const freshTalk: Talk = { spent: {}, before: {}, running: false, at: 0, skipped: 0 }

/**
 * The longest time between two accounts that is taken for talking: a reload, a crash. A longer one
 * is a closed lid, a closed window or a changed clock; it is not counted, and that is said.
 */
export const longestGap = 2 * 60_000

const total = (times: Times): number => Object.values(times).reduce((sum, time) => sum + time, 0)

const add = (times: Times, slide: string, time: number): Times =>
  time > 0 ? { ...times, [slide]: (times[slide] ?? 0) + time } : times

/** Whether any time was ever counted, or is being counted. */
export const hasBegun = ({ running, spent }: Talk): boolean => running || total(spent) > 0

/** Counts the time up to now for the slide that was shown till now. */
export function account(talk: Talk, slide: string, now: number): Talk {
  const gap = now - talk.at
  if (!talk.running || gap < 0) return { ...talk, at: now }
  if (gap > longestGap) return { ...talk, at: now, skipped: talk.skipped + gap }
  return { ...talk, at: now, spent: add(talk.spent, slide, gap) }
}

/** Starts the clock, or lets it go on. */
export const run = (talk: Talk, now: number): Talk => ({ ...talk, running: true, at: now })

/** Stops the clock, the slide that is shown paid up to now. */
export const pause = (talk: Talk, slide: string, now: number): Talk => ({
  ...account(talk, slide, now),
  running: false,
})

/** Sets the clock to zero; what was spent becomes the rehearsal before. */
export const reset = ({ spent, before }: Talk): Talk => ({
  ...freshTalk,
  before: total(spent) > 0 ? spent : before,
})

/** Counts a skipped gap in after all, or drops it. */
export const settle = (talk: Talk, slide: string, counted: boolean): Talk => ({
  ...talk,
  spent: counted ? add(talk.spent, slide, talk.skipped) : talk.spent,
  skipped: 0,
})

/** How a talk stands against its plan. All in ms; what is over time is negative. */
export interface Pace {
  readonly spent: number
  readonly planned: number
  readonly left: number
  /** The part that is shown; nothing outside the parts. */
  readonly part?: { readonly name: string; readonly planned: number; readonly left: number }
  /** What the plan still needs from the slide that is shown to the end. */
  readonly rest: number
}

const minute = 60_000

const plannedOf = (slides: readonly { minutes: number }[]): number =>
  slides.reduce((sum, { minutes }) => sum + minutes * minute, 0)

/** Compares a talk, accounted up to now, with the plan of the slides that are shown. */
export function paceOf(runningOrder: RunningOrder, talk: Talk, slide: string): Pace {
  const index = runningOrder.findIndex(({ id }) => id === slide)
  const info = runningOrder[index]
  const spent = total(talk.spent)
  const planned = plannedOf(runningOrder)
  const unspent = info ? Math.max(plannedOf([info]) - (talk.spent[slide] ?? 0), 0) : 0
  const pace = {
    spent,
    planned,
    left: planned - spent,
    rest: unspent + plannedOf(runningOrder.slice(index + 1)),
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

/** A talk read from anything; nothing if it is none. */
export function talkIn(value: unknown): Talk | undefined {
  const { spent, before, running, at, skipped } = asRecord(value)
  const times = timesIn(spent)
  const earlier = timesIn(before)
  if (!times || !earlier || typeof running !== 'boolean') return undefined
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined
  if (typeof skipped !== 'number' || !(skipped >= 0)) return undefined
  return { spent: times, before: earlier, running, at, skipped }
}
