import type { RunningOrder } from '../deck/running-order.ts'
import { isGarbled } from '../language/encoding.ts'
import { asRecord, isRecord, keysOf } from '../record.ts'
import { isTalkLength, talkMinutes } from '../talk-length.ts'
import { clean, cleanLine, coverLabels, garbled, inFigures, kept, someOf } from './own-text.ts'
import {
  inOneOrder,
  isOwnId,
  type OwnSlide,
  original,
  ownPrefix,
  type Running,
  type Version,
} from './version.ts'

/** The limits of a version: characters of its file, number of own slides, and minutes of each. */
export const limits = { file: 1_000_000, slides: 20, minutes: 30 } as const

/** The most problems reported for one file, so that a broken one does not fill the screen. */
const mostSaid = 12

/** A parsed version: what could be used, and a sentence for each problem. */
export interface ParseResult {
  readonly version: Version
  readonly problems: readonly string[]
}

/**
 * Parses a text of at most `most` characters, in one line unless `tidy` keeps line breaks. Adds a
 * problem for what is dropped.
 */
function textIn(
  problems: string[],
  value: unknown,
  where: string,
  most: number,
  tidy: (text: string) => string = cleanLine,
): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') {
    problems.push(`${where} không phải văn bản, đã bỏ qua.`)
    return ''
  }
  const cleaned = tidy(value)
  if (isGarbled(cleaned)) {
    problems.push(`${where} đã bỏ qua. ${garbled}`)
    return ''
  }
  const letters = [...cleaned]
  if (letters.length <= most) return cleaned
  problems.push(`${where} dài quá ${inFigures(most)} ký tự, đã cắt bớt.`)
  return clean(letters.slice(0, most).join(''))
}

function listIn(problems: string[], value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value !== undefined) problems.push(`${where} không phải danh sách, đã bỏ qua.`)
  return []
}

/** Parses an object; adds a problem for anything else. */
function fieldsIn(
  problems: string[],
  value: unknown,
  where: string,
): Readonly<Record<string, unknown>> {
  if (value !== undefined && !isRecord(value)) {
    problems.push(`${where} không đọc được, đã bỏ qua.`)
  }
  return asRecord(value)
}

/** Parses the running order that is chosen: the full one, unless the short one is named. */
function runningIn(problems: string[], value: unknown): Running {
  if (value !== undefined && value !== 'full' && value !== 'short') {
    problems.push('Độ dài không phải “full” hay “short”, đã lấy bản đầy đủ.')
  }
  return value === 'short' ? 'short' : 'full'
}

/** The fields of a file besides those of a version, which are checked before. */
const checked = ['kind', 'form', 'deck']

const fields: readonly string[] = keysOf<keyof Version>(original)

/** Parses the points of an own slide, within their limits. */
function pointsIn(problems: string[], value: unknown, where: string): readonly string[] {
  const all = listIn(problems, value, `${where}: các ý`)
  const lines: string[] = []
  let left: number = kept.points
  for (const [at, point] of all.slice(0, kept.lines).entries()) {
    if (left <= 0) {
      problems.push(
        `${where} dài quá ${inFigures(kept.points)} ký tự, đã bỏ qua các ý từ thứ ${at + 1}.`,
      )
      break
    }
    const line = textIn(problems, point, `${where}: các ý`, left)
    if (line) lines.push(line)
    left -= [...line].length
  }
  if (all.length > kept.lines) {
    problems.push(`${where} có quá ${kept.lines} ý, đã bỏ qua các ý từ thứ ${kept.lines + 1}.`)
  }
  return lines
}

/**
 * Parses the planned minutes of an own slide, rounded up to half minutes; 1 if they are invalid.
 */
function minutesIn(problems: string[], value: unknown, where: string): number {
  if (typeof value === 'number' && value > 0 && value <= limits.minutes) {
    return Math.ceil(value * 2) / 2
  }
  if (value !== undefined) {
    problems.push(`${where}: thời lượng phải từ 0,5 đến ${limits.minutes} phút, đã đặt 1 phút.`)
  }
  return 1
}

/** Ids for own slides that no other one of a file has. */
function freeIds(values: readonly unknown[]): () => string {
  const taken = new Set(values.map((value) => asRecord(value).id))
  let number = 1
  return () => {
    while (taken.has(ownPrefix + number)) number += 1
    const id = ownPrefix + number
    taken.add(id)
    return id
  }
}

/**
 * Parses the speaker's own slides. One with a repeated or invalid id, as two files put together by hand
 * have them, gets another id.
 */
function ownSlidesIn(problems: string[], value: unknown): readonly OwnSlide[] {
  const values = listIn(problems, value, 'Các trang riêng').slice(0, limits.slides + 1)
  const slides = new Map<string, OwnSlide>()
  const freeId = freeIds(values)
  values.slice(0, limits.slides).forEach((value, at) => {
    const where = `Trang riêng thứ ${at + 1}`
    if (!isRecord(value)) {
      problems.push(`${where} không đọc được, đã bỏ qua.`)
      return
    }
    const { id: given, title, points, minutes } = value
    const isOwn = isOwnId(given) && !slides.has(given)
    const id = isOwn ? given : freeId()
    if (!isOwn) problems.push(`${where} trùng mã hoặc sai mã, đã đặt mã mới và giữ nội dung.`)
    const lines = pointsIn(problems, points, where)
    const planned = minutesIn(problems, minutes, where)
    slides.set(id, {
      id,
      title: textIn(problems, title, `${where}: đầu đề`, kept.title) || 'Liên hệ địa phương',
      points: lines,
      minutes: planned,
    })
  })
  if (values.length > limits.slides) {
    problems.push(
      `Quá ${limits.slides} trang riêng, đã bỏ qua các trang từ thứ ${limits.slides + 1}.`,
    )
  }
  return [...slides.values()]
}

/**
 * Parses the minutes that everything may take, rounded to half minutes; undefined if there are
 * none.
 */
function totalIn(problems: string[], value: unknown): number | undefined {
  if (typeof value === 'number' && isTalkLength(value)) return Math.round(value * 2) / 2
  if (value !== undefined) {
    const { least, most } = talkMinutes
    problems.push(`Thời lượng cả buổi phải từ ${least} đến ${most} phút, đã bỏ qua.`)
  }
  return undefined
}

/**
 * Parses a version from the fields of its file, for a running order. Only `kind`, `form` and
 * `deck`, checked before, are required; invalid fields are reported and ignored.
 */
export function contentIn(
  file: Readonly<Record<string, unknown>>,
  runningOrder: RunningOrder,
): ParseResult {
  const problems: string[] = []
  // A field that somebody has written by hand, or a newer program, may be what hides a slide.
  const strange = Object.keys(file).filter(
    (name) => !checked.includes(name) && !fields.includes(name),
  )
  if (strange.length > 0) {
    const names = strange.map((name) => `“${cleanLine(name).slice(0, 40)}”`)
    problems.push(`Không hiểu mục ${someOf(names)}, đã bỏ qua.`)
  }
  const own = ownSlidesIn(problems, file.own)
  const known = new Map([
    ...runningOrder.map(({ id, name }) => [id, name] as const),
    ...own.map(({ id, title }) => [id, title] as const),
  ])
  const gone = new Set<string>()
  const has = (id: unknown): id is string => {
    if (typeof id === 'string' && known.has(id)) return true
    gone.add(typeof id === 'string' ? cleanLine(id).slice(0, 40) : '?')
    return false
  }
  const idsIn = (value: unknown, where: string) => [
    ...new Set(listIn(problems, value, where).filter(has)),
  ]
  const order = idsIn(file.order, 'Thứ tự các trang')
  const hidden = idsIn(file.hidden, 'Các trang ẩn')
  const shown = idsIn(file.shown, 'Các trang hiện')
  const notes = Object.entries(fieldsIn(problems, file.notes, 'Ghi chú')).flatMap(([id, note]) => {
    const own = has(id)
      ? textIn(problems, note, `Ghi chú ở trang “${known.get(id)}”`, kept.note, clean)
      : ''
    return own ? [[id, own] as const] : []
  })
  const { minutes, seconds } = fieldsIn(problems, file.plan, 'Thời lượng')
  const total = totalIn(problems, minutes)
  const planned = Object.entries(fieldsIn(problems, seconds, 'Thời lượng từng trang')).flatMap(
    ([id, time]) => {
      if (!has(id)) return []
      const isTime = typeof time === 'number' && Number.isInteger(time)
      if (isTime && time > 0 && time <= talkMinutes.most * 60) return [[id, time] as const]
      problems.push(
        `Thời lượng của trang “${known.get(id)}” phải từ 1 đến ${inFigures(talkMinutes.most * 60)} giây, đã bỏ qua.`,
      )
      return []
    },
  )
  const { place, date, speaker } = fieldsIn(problems, file.cover, 'Thông tin trên trang đầu')
  if (gone.size > 0) {
    problems.push(`Trang không có trong bộ trang chiếu này, đã bỏ qua: ${someOf([...gone])}.`)
  }
  const version = inOneOrder({
    running: runningIn(problems, file.running),
    order,
    hidden,
    shown,
    notes: Object.fromEntries(notes),
    own,
    cover: {
      place: textIn(problems, place, coverLabels.place, kept.place),
      date: textIn(problems, date, coverLabels.date, kept.date),
      speaker: textIn(problems, speaker, coverLabels.speaker, kept.speaker),
    },
    plan: { ...(total !== undefined && { minutes: total }), seconds: Object.fromEntries(planned) },
  })
  const more = problems.length - mostSaid
  if (more > 0) problems.splice(mostSaid, more, `Còn ${more} lỗi khác.`)
  return { version, problems }
}
