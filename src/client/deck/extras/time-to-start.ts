import { longestWait } from '../../../model/talk/view.ts'

const minute = 60_000

/** What is said of a beginning: «Bắt đầu lúc», «8:00», «còn 12 phút». */
export interface TimeToStart {
  readonly label: string
  /** The time of day; empty once it has come. */
  readonly time: string
  /** How long it is until then; empty once it has come, or if a clock goes wrong. */
  readonly left: string
}

/** A time in ms in words, rounded up: to the minute, in the last one to the second. */
function leftInWords(time: number): string {
  const seconds = Math.ceil(time / 1000)
  if (seconds < 60) return `còn ${seconds} giây`
  const minutes = Math.ceil(time / minute)
  if (minutes < 60) return `còn ${minutes} phút`
  const rest = minutes % 60
  return `còn ${Math.floor(minutes / 60)} giờ${rest > 0 ? ` ${rest} phút` : ''}`
}

/** What the waiting slide says at the moment `now` of a talk that begins at `starts`, both in ms. */
export function timeToStart(starts: number, now: number): TimeToStart {
  if (starts <= now) return { label: 'Sắp bắt đầu', time: '', left: '' }
  const date = new Date(starts)
  const time = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
  const isFar = starts - now > longestWait
  return { label: 'Bắt đầu lúc', time, left: isFar ? '' : leftInWords(starts - now) }
}
