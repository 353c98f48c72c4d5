import type { RunningOrder } from '../deck/running-order.ts'
import { isGarbled } from '../language/encoding.ts'
import { asRecord } from '../record.ts'
import { clean, cleanLine, garbled, kept } from './own-text.ts'
import { inOneOrder, type OwnSlide, ownPrefix, type Version } from './version.ts'

/** How much a version may hold: letters of its file, own slides and their minutes. */
export const limits = { file: 1_000_000, slides: 20, minutes: 30 } as const

/** The form of the file; it grows by one when an older program could not read it any more. */
const form = 1
const kind = 'bao-cao-vien/ban-rieng'

/** How many things are said about one file; who sent more of them did not write it by hand. */
const mostSaid = 12

/** A version read from anything: what could be used, and a sentence for each thing that could not. */
export interface ParseResult {
  readonly version: Version
  readonly problems: readonly string[]
}

/** A file that is no version of this deck, and why, in a sentence. */
export interface Refusal {
  readonly refused: string
}

const ownId = new RegExp(`^${ownPrefix}[1-9]\\d{0,3}$`)

/** The version as the text of a file: JSON, to be read by people too. */
export const fileOf = (deck: string, version: Version): string =>
  `${JSON.stringify({ kind, form, deck, ...inOneOrder(version) }, null, 2)}\n`

/** The version that a saved page carries, as text; nothing in any other text. */
export const carriedIn = (text: string): string | undefined =>
  text.split('class="own-version">')[1]?.split('<')[0]

/** Whether two versions change the same things. */
export const isSame = (one: Version, other: Version): boolean =>
  fileOf('', one) === fileOf('', other)

/** Reads the text of a file, by whatever name it comes, for the deck of this id and running order. */
export function readFile(
  text: string,
  deck: string,
  runningOrder: RunningOrder,
): ParseResult | Refusal {
  if (text.length > limits.file) {
    const size = (text.length / 1_000_000).toFixed(1).replace('.', ',')
    return { refused: `Tệp quá lớn (${size} MB). Bản riêng không quá 1 MB.` }
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { refused: 'Tệp bị hỏng hoặc không phải bản riêng. Chọn tệp do nút “Lưu ra tệp” ghi.' }
  }
  return readVersion(value, deck, runningOrder)
}

/** Reads a version from any value, for the deck of this id and running order. */
export function readVersion(
  value: unknown,
  deck: string,
  runningOrder: RunningOrder,
): ParseResult | Refusal {
  const file = asRecord(value)
  if (file.kind !== kind) {
    return { refused: 'Tệp này không phải bản riêng. Chọn tệp do nút “Lưu ra tệp” ghi.' }
  }
  if (typeof file.form !== 'number' || !Number.isInteger(file.form) || file.form < 1) {
    return { refused: 'Tệp bị hỏng: không rõ dạng của bản riêng.' }
  }
  if (file.form > form) {
    return { refused: 'Tệp do bộ trang chiếu mới hơn ghi. Mở bộ trang chiếu mới rồi đọc lại.' }
  }
  if (file.deck !== deck) {
    return { refused: 'Tệp là bản riêng của một bộ trang chiếu khác.' }
  }
  return contentOf(file, runningOrder)
}

function contentOf(
  file: Readonly<Record<string, unknown>>,
  runningOrder: RunningOrder,
): ParseResult {
  const problems: string[] = []
  const text = (value: unknown, where: string, most: number, one = true): string => {
    if (value === undefined) return ''
    if (typeof value !== 'string') {
      problems.push(`${where} không phải chữ, đã bỏ.`)
      return ''
    }
    const cleaned = one ? cleanLine(value) : clean(value)
    if (isGarbled(cleaned)) {
      problems.push(`${where} đã bỏ. ${garbled}`)
      return ''
    }
    const letters = [...cleaned]
    if (letters.length <= most) return cleaned
    problems.push(`${where} dài quá ${most} chữ cái, đã cắt bớt.`)
    return clean(letters.slice(0, most).join(''))
  }
  const list = (value: unknown, where: string): readonly unknown[] => {
    if (Array.isArray(value)) return value
    if (value !== undefined) problems.push(`${where} không phải danh sách, đã bỏ.`)
    return []
  }

  const own = ownSlides(list(file.own, 'Các trang của báo cáo viên'), text, list, problems)
  const known = new Set([...runningOrder, ...own].map(({ id }) => id))
  const gone = new Set<string>()
  const has = (id: unknown): id is string => {
    if (typeof id === 'string' && known.has(id)) return true
    gone.add(typeof id === 'string' ? cleanLine(id).slice(0, 40) : '?')
    return false
  }
  const order = [...new Set(list(file.order, 'Thứ tự các trang').filter(has))]
  const hidden = [...new Set(list(file.hidden, 'Các trang ẩn').filter(has))]
  const shown = [...new Set(list(file.shown, 'Các trang hiện').filter(has))]
  const notes = Object.entries(asRecord(file.notes)).flatMap(([id, note]) => {
    const own = has(id) ? text(note, `Ghi chú ở trang ${id}`, kept.note, false) : ''
    return own ? [[id, own] as const] : []
  })
  const { place, date, speaker } = asRecord(file.cover)
  if (gone.size > 0) {
    const names = [...gone].slice(0, 5).join(', ')
    problems.push(
      `Không còn trong bộ trang chiếu này, đã bỏ: ${names}${gone.size > 5 ? ', …' : ''}.`,
    )
  }
  const version = inOneOrder({
    running: file.running === 'short' ? 'short' : 'full',
    order,
    hidden,
    shown,
    notes: Object.fromEntries(notes),
    own,
    cover: {
      place: text(place, 'Nơi trình bày', kept.place),
      date: text(date, 'Ngày trình bày', kept.date),
      speaker: text(speaker, 'Tên báo cáo viên', kept.speaker),
    },
  })
  const more = problems.length - mostSaid
  if (more > 0) problems.splice(mostSaid, more, `Và ${more} điều nữa.`)
  return { version, problems }
}

function ownSlides(
  values: readonly unknown[],
  text: (value: unknown, where: string, most: number) => string,
  list: (value: unknown, where: string) => readonly unknown[],
  problems: string[],
): readonly OwnSlide[] {
  const slides = new Map<string, OwnSlide>()
  values.slice(0, limits.slides).forEach((value, at) => {
    const where = `Trang của báo cáo viên thứ ${at + 1}`
    const { id, title, points, minutes } = asRecord(value)
    if (typeof id !== 'string' || !ownId.test(id) || slides.has(id)) {
      problems.push(`${where} không có mã đúng, đã bỏ.`)
      return
    }
    const lines: string[] = []
    let left: number = kept.points
    const all = list(points, `${where}: các ý`)
    for (const point of all.slice(0, kept.lines)) {
      if (left <= 0) {
        problems.push(`${where} dài quá ${kept.points} chữ cái, đã bỏ các ý sau.`)
        break
      }
      const line = text(point, `${where}: các ý`, left)
      if (line) lines.push(line)
      left -= [...line].length
    }
    if (all.length > kept.lines) {
      problems.push(`${where} quá ${kept.lines} ý, đã bỏ các ý sau.`)
    }
    const fits = typeof minutes === 'number' && minutes > 0 && minutes <= limits.minutes
    if (minutes !== undefined && !fits) {
      problems.push(`${where}: thời lượng phải từ 0,5 đến ${limits.minutes} phút, đã để 1 phút.`)
    }
    slides.set(id, {
      id,
      title: text(title, `${where}: đầu đề`, kept.title) || 'Liên hệ địa phương',
      points: lines,
      minutes: fits ? Math.ceil(minutes * 2) / 2 : 1,
    })
  })
  if (values.length > limits.slides) {
    problems.push(`Quá ${limits.slides} trang của báo cáo viên, đã bỏ các trang sau.`)
  }
  return [...slides.values()]
}
