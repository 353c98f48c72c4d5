/**
 * The time that the speaker has for everything, questions included: so many minutes, or until a
 * moment of the day, in ms.
 */
export type TimeLimit = { readonly minutes: number } | { readonly until: number }

/** The fewest and the most minutes of a limit. */
export const limitMinutes = { least: 1, most: 300 } as const

/** Whether so many minutes can be a limit. */
export const isAllowed = (minutes: number): boolean =>
  minutes >= limitMinutes.least && minutes <= limitMinutes.most

/** Parses a limit from a value of unknown type; undefined if it is none. */
export function timeLimitIn(minutes: unknown, until: unknown): TimeLimit | undefined {
  if (typeof minutes === 'number' && isAllowed(minutes)) return { minutes }
  if (typeof until === 'number' && Number.isFinite(until)) return { until }
  return undefined
}
