import { timeOfDay } from '../talk/duration.ts'
import type { TimeLimit } from '../talk/time-limit.ts'
import { minutesOfDayIn, nextMoment, onDayOf } from '../talk/time-of-day.ts'
import { isTalkLength, talkMinutes } from '../talk-length.ts'

/** What a speaker has typed as a limit, or a sentence that says why it is none. */
export type TypedLimit = { readonly limit: TimeLimit } | { readonly refused: string }

/** Reads a number of minutes as people type it: «20», «12,5», «20 phút». */
export function minutesTyped(text: string): number | undefined {
  const typed = /^(\d{1,4})(?:[.,](\d))? ?(?:p|phút|['’′])?$/.exec(
    text.normalize('NFC').trim().toLowerCase(),
  )
  return typed ? Number(`${typed[1]}.${typed[2] ?? 0}`) : undefined
}

/** Reads «tôi có … phút». */
export function minutesLimit(text: string): TypedLimit {
  const minutes = minutesTyped(text)
  return minutes !== undefined && isTalkLength(minutes)
    ? { limit: { minutes } }
    : { refused: `Nhập số phút từ ${talkMinutes.least} đến ${talkMinutes.most}, ví dụ 20.` }
}

/** Reads «phải xong lúc …», as a moment of today after `now`, in ms. */
export function untilLimit(text: string, now: number): TypedLimit {
  const minutes = minutesOfDayIn(text)
  if (minutes === undefined) return { refused: 'Nhập giờ và phút, ví dụ 9:30 hoặc 14h15.' }
  const until = onDayOf(now, minutes)
  const left = (until - now) / 60_000
  if (isTalkLength(left)) return { limit: { until } }
  const [asked, current] = [timeOfDay(new Date(until)), timeOfDay(new Date(now))]
  if (left > talkMinutes.most) {
    return { refused: `Từ bây giờ (${current}) đến ${asked} còn hơn ${talkMinutes.most} phút.` }
  }
  if (left > 0) return { refused: `Đến ${asked} còn chưa đầy 1 phút.` }
  const next = nextMoment(text, now) ?? now
  if (isTalkLength((next - now) / 60_000)) {
    return { refused: `${asked} là sang ngày mai. Nhập số phút thay cho giờ.` }
  }
  const evening = onDayOf(now, minutes + 12 * 60)
  const hint =
    minutes < 12 * 60 && isTalkLength((evening - now) / 60_000)
      ? ` Nếu là buổi chiều, nhập ${timeOfDay(new Date(evening))}.`
      : ''
  return { refused: `${asked} đã qua: bây giờ là ${current}.${hint}` }
}
