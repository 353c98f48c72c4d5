import { decimal } from '../decimal.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** A duration in ms as a clock shows it, in whole seconds: «4:05», «1:02:40». */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}

/**
 * A duration in ms in words: «40 giây», «2 phút»; with `fraction` to the half minute,
 * «1,5 phút», and from ten minutes on to the minute.
 */
export function inWords(milliseconds: number, fraction = false): string {
  const seconds = Math.floor(milliseconds / 1000)
  if (seconds < 60) return `${seconds} giây`
  const minutes = milliseconds / 60_000
  const parts = minutes < 10 ? 2 : 1
  return `${fraction ? decimal(Math.round(minutes * parts) / parts) : Math.floor(minutes)} phút`
}

/** Seconds in words, to the half minute and from ten minutes on to the minute: «1,5 phút». */
export const secondsInWords = (seconds: number): string => inWords(seconds * 1000, true)

/**
 * The time left in ms, rounded up to the next second: «4:05»; or by how much it is over, in words.
 */
export const remaining = (milliseconds: number): string =>
  milliseconds <= -1000
    ? `Quá ${inWords(-milliseconds)}`
    : clock(Math.max(Math.ceil(milliseconds / 1000), 0) * 1000)

/** The time of day on a 24-hour clock: «08:05». */
export const timeOfDay = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`
