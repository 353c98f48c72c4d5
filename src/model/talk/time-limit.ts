import { isTalkLength } from '../talk-length.ts'

/**
 * The time that the speaker has for everything, questions included: so many minutes, or until a
 * moment of the day, in ms.
 */
export type TimeLimit = { readonly minutes: number } | { readonly until: number }

/** Parses a limit from a value of unknown type; undefined if it is none. */
export function timeLimitIn(minutes: unknown, until: unknown): TimeLimit | undefined {
  if (typeof minutes === 'number' && isTalkLength(minutes)) return { minutes }
  // A moment that no clock can show is none.
  if (typeof until === 'number' && Number.isFinite(new Date(until).getTime())) return { until }
  return undefined
}
