import type { Position } from '../deck/running-order.ts'
import { asRecord, keysOf, pick } from '../record.ts'

/** What may stand on a screen: the slide; or black, white or the time to the start instead. */
export const screens = ['slide', 'black', 'white', 'waiting'] as const

/** What stands on a screen. */
export type Screen = (typeof screens)[number]

/** What a screen shows: a position, and what stands there with the slide or instead of it. */
export interface View extends Position {
  readonly screen: Screen
  /** The row of the slide that a spotlight is on, from 0; undefined if there is none. */
  readonly spot?: number | undefined
  /** When the talk begins, in ms, which the waiting slide counts down to; undefined if it is not set. */
  readonly starts?: number | undefined
}

/** What a view says besides its position. */
type Shown = Omit<View, keyof Position>

/** More rows than any slide has. */
const mostRows = 100

/** A talk begins no further away from now than this, in ms: else one of the clocks is wrong. */
export const longestWait = 24 * 3_600_000

/**
 * For each field of a view besides its position, whether a value is one. All that reads, sends, stores or
 * compares views goes by this table, in which the compiler asks for every field.
 */
const checks: Readonly<Record<keyof Shown, (value: unknown) => boolean>> = {
  screen: (value) => screens.some((one) => one === value),
  spot: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < mostRows,
  starts: (value) => Number.isSafeInteger(value) && Number(value) > 0,
}

const shownFields = keysOf(checks)

/** The fields of a view. */
export const viewFields = keysOf<keyof View>({ slide: 1, step: 1, ...checks })

/** What a view says besides its position, with a key for each field, so that it replaces another's. */
export const shownOf = (view: Shown): Shown => pick(view, shownFields)

/** Reads what a value says besides a position; leaves out each field that it lacks or that is invalid. */
export function shownIn(value: unknown): Partial<Shown> {
  const record = asRecord(value)
  const valid = shownFields.filter((name) => checks[name](record[name]))
  // Each value has passed the check of its field.
  return pick(record, valid) as Partial<Shown>
}

/** Whether two views look the same on the screen. */
export const looksAlike = (one: View, other: View): boolean =>
  viewFields.every((field) => one[field] === other[field])
