import { asRecord, isRecord } from '../record.ts'
import { type TimeLimit, timeLimitIn } from './time-limit.ts'

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
  /** The time that the speaker has on this day; the plan's own if absent. */
  readonly limit?: TimeLimit
}

/** A talk that has not begun. */
export const freshTalk: Talk = { spent: {}, before: {}, running: false, at: 0, skipped: 0 }

/**
 * The longest gap between two calls of `account` that counts as talking, such as a reload or a
 * crash. After a longer one the computer slept, the window was closed or the clock was changed: it
 * is not counted, and the speaker is told so. In ms.
 */
export const longestGap = 2 * 60_000

/**
 * After this time without a change a talk is over: the deck starts anew, and a relay keeps nothing of the
 * presenter's own. In ms.
 */
export const longestTalk = 4 * 3_600_000

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

/** Sets the time that the speaker has; undefined for that of the plan. */
export const setLimit = ({ limit: _, ...talk }: Talk, limit: TimeLimit | undefined): Talk => ({
  ...talk,
  ...(limit && { limit }),
})

/**
 * Sets the clock to zero; the times spent, if any, become those of the previous run. The time that
 * the speaker has stays, because a rehearsal and the talk after it have the same; a moment that has
 * passed by `now` does not.
 */
export const reset = ({ spent, before, limit }: Talk, now: number): Talk => {
  const stays = limit && ('minutes' in limit || limit.until > now)
  return {
    ...freshTalk,
    before: total(spent) > 0 ? spent : before,
    ...(stays && { limit }),
  }
}

/** Adds the skipped gaps to the current slide's time after all, or drops them. */
export const settle = (talk: Talk, slide: string, counted: boolean): Talk => ({
  ...talk,
  spent: counted ? add(talk.spent, slide, talk.skipped) : talk.spent,
  skipped: 0,
})

const timesIn = (value: unknown): Times | undefined => {
  if (!isRecord(value)) return undefined
  const times = Object.entries(value)
  const isTime = (entry: [string, unknown]): entry is [string, number] =>
    // `isFinite` accepts numbers only, but does not narrow the type.
    Number.isFinite(entry[1]) && Number(entry[1]) >= 0
  return times.every(isTime) ? Object.fromEntries(times) : undefined
}

/** Parses a talk from a value of unknown type; undefined if it is not one. */
export function talkIn(value: unknown): Talk | undefined {
  const { spent, before, running, at, skipped, limit } = asRecord(value)
  const times = timesIn(spent)
  const earlier = timesIn(before)
  if (!times || !earlier || typeof running !== 'boolean') return undefined
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined
  if (typeof skipped !== 'number' || !(skipped >= 0)) return undefined
  const { minutes, until } = asRecord(limit)
  // Without one the clock is still right; talks stored by earlier programs have none.
  return setLimit(
    { spent: times, before: earlier, running, at, skipped },
    timeLimitIn(minutes, until),
  )
}
