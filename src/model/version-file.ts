import { isGarbled } from './encoding.ts'
import { fieldsOf } from './fields.ts'
import type { Outline } from './position.ts'
import { type OwnSlide, ownPrefix, type Version } from './version.ts'

/** How much a version may hold: bytes of its file, letters of a text, own slides and their points. */
export const limits = {
  file: 1_000_000,
  note: 4000,
  title: 60,
  titleWidth: 78,
  point: 100,
  points: 5,
  lines: 6,
  line: 48,
  cover: { place: 40, date: 20, speaker: 28 },
  slides: 20,
  minutes: 30,
} as const

/** The form of the file; it grows by one when an older program could not read it any more. */
const form = 1
const kind = 'bao-cao-vien/ban-rieng'

/** How many things are said about one file; who sent more of them did not write it by hand. */
const mostSaid = 12

/** A version read from anything: what could be used, and a sentence for each thing that could not. */
export interface Reading {
  readonly version: Version
  readonly problems: readonly string[]
}

/** A file that is no version of this deck, and why, in a sentence. */
export interface Refusal {
  readonly refused: string
}

const ownId = new RegExp(`^${ownPrefix}[1-9]\\d{0,3}$`)

/** Why a text in an old encoding is not taken, and what to do. */
export const garbled =
  'Văn bản dán vào có vẻ dùng bảng mã cũ (TCVN3/VNI). Chuyển sang Unicode rồi dán lại.'

/** Half of a letter, a control sign, a joiner, or a mark that turns the direction of writing. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text as it is kept: composed letters, nothing unseen, no tower of marks, no space at its ends. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()

/** A text of one line. */
const cleanLine = (text: string): string => clean(text).replace(/\s+/g, ' ')

/** The width of a text in letters of the usual width. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[MWmw—]/.test(letter) ? 1.6 : /\p{Lu}/u.test(letter) ? 1.35 : 1),
    0,
  )

/** How many lines the points of an own slide take when it is shown. */
export const linesOf = (points: readonly string[]): number =>
  points.reduce((sum, point) => sum + Math.max(1, Math.ceil(widthOf(point) / limits.line)), 0)

/** The version as the text of a file: JSON, to be read by people too. */
export const fileOf = (deck: string, version: Version): string =>
  `${JSON.stringify({ kind, form, deck, ...version }, null, 2)}\n`

/** The version that a saved page carries, as text; nothing in any other text. */
export const carriedIn = (text: string): string | undefined =>
  text.split('class="own-version">')[1]?.split('<')[0]

/** Whether two versions change the same things. */
export const isSame = (one: Version, other: Version): boolean =>
  fileOf('', one) === fileOf('', other)

/** Reads the text of a file, by whatever name it comes, for the deck of this id and outline. */
export function readFile(text: string, deck: string, outline: Outline): Reading | Refusal {
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
  return readVersion(value, deck, outline)
}

/** Reads a version from any value, for the deck of this id and outline. */
export function readVersion(value: unknown, deck: string, outline: Outline): Reading | Refusal {
  const file = fieldsOf(value)
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
  return contentOf(file, outline)
}

function contentOf(file: Readonly<Record<string, unknown>>, outline: Outline): Reading {
  const problems: string[] = []
  const text = (value: unknown, where: string, most: number, one = true): string => {
    if (value === undefined) return ''
    if (typeof value !== 'string') {
      problems.push(`${where} không phải chữ, đã bỏ.`)
      return ''
    }
    const kept = one ? cleanLine(value) : clean(value)
    if (isGarbled(kept)) {
      problems.push(`${where} đã bỏ. ${garbled}`)
      return ''
    }
    if ([...kept].length <= most) return kept
    problems.push(`${where} dài quá ${most} chữ cái, đã cắt bớt.`)
    return [...kept].slice(0, most).join('').trim()
  }
  const list = (value: unknown, where: string): readonly unknown[] => {
    if (Array.isArray(value)) return value
    if (value !== undefined) problems.push(`${where} không phải danh sách, đã bỏ.`)
    return []
  }

  const own = ownSlides(list(file.own, 'Các trang của báo cáo viên'), text, list, problems)
  const known = new Set([...outline, ...own].map(({ id }) => id))
  const gone = new Set<string>()
  const has = (id: unknown): id is string => {
    if (typeof id === 'string' && known.has(id)) return true
    gone.add(typeof id === 'string' ? cleanLine(id).slice(0, 40) : '?')
    return false
  }
  const order = [...new Set(list(file.order, 'Thứ tự các trang').filter(has))]
  const hidden = [...new Set(list(file.hidden, 'Các trang ẩn').filter(has))]
  const shown = [...new Set(list(file.shown, 'Các trang hiện').filter(has))]
  const notes = Object.entries(fieldsOf(file.notes)).flatMap(([id, note]) => {
    const kept = has(id) ? text(note, `Ghi chú ở trang ${id}`, limits.note, false) : ''
    return kept ? [[id, kept] as const] : []
  })
  const { place, date, speaker } = fieldsOf(file.cover)
  if (gone.size > 0) {
    const names = [...gone].slice(0, 5).join(', ')
    problems.push(
      `Không còn trong bộ trang chiếu này, đã bỏ: ${names}${gone.size > 5 ? ', …' : ''}.`,
    )
  }
  const version: Version = {
    running: file.running === 'short' ? 'short' : 'full',
    order,
    hidden,
    shown,
    notes: Object.fromEntries(notes),
    own,
    cover: {
      place: text(place, 'Nơi trình bày', limits.cover.place),
      date: text(date, 'Ngày trình bày', limits.cover.date),
      speaker: text(speaker, 'Tên báo cáo viên', limits.cover.speaker),
    },
  }
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
    const { id, title, points, minutes } = fieldsOf(value)
    if (typeof id !== 'string' || !ownId.test(id) || slides.has(id)) {
      problems.push(`${where} không có mã đúng, đã bỏ.`)
      return
    }
    const kept: string[] = []
    for (const point of list(points, `${where}: các ý`).slice(0, 2 * limits.points)) {
      const line = text(point, `${where}: một ý`, limits.point)
      if (!line) continue
      if (kept.length < limits.points && linesOf([...kept, line]) <= limits.lines) kept.push(line)
      else problems.push(`${where} quá ${limits.lines} dòng, đã bỏ ý “${line.slice(0, 30)}”.`)
    }
    const fits = typeof minutes === 'number' && minutes > 0 && minutes <= limits.minutes
    if (minutes !== undefined && !fits) {
      problems.push(`${where}: thời lượng phải từ 0,5 đến ${limits.minutes} phút, đã để 1 phút.`)
    }
    let name = text(title, `${where}: đầu đề`, limits.title)
    while (widthOf(name) > limits.titleWidth) name = [...name].slice(0, -1).join('').trim()
    slides.set(id, {
      id,
      title: name || 'Liên hệ địa phương',
      points: kept,
      minutes: fits ? Math.ceil(minutes * 2) / 2 : 1,
    })
  })
  if (values.length > limits.slides) {
    problems.push(`Quá ${limits.slides} trang của báo cáo viên, đã bỏ các trang sau.`)
  }
  return [...slides.values()]
}
