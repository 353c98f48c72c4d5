import { decimal } from '../decimal.ts'
import type { RunningOrder } from '../deck/running-order.ts'
import { asRecord } from '../record.ts'
import { inOneOrder, type Version } from './version.ts'
import { contentIn, limits, type ParseResult } from './version-content.ts'

/**
 * The revision of the file format; raised when programs of the revision before could not read a new
 * file.
 */
const form = 1
const kind = 'bao-cao-vien/ban-rieng'

/** A file that cannot be used as a version of this deck, and a sentence that says why. */
export interface Refusal {
  readonly refused: string
}

/** A version as the text of a file: indented JSON. `deck` is the deck's id. */
export const fileOf = (deck: string, version: Version): string =>
  `${JSON.stringify({ kind, form, deck, ...inOneOrder(version) }, null, 2)}\n`

/** The version in the HTML of a saved page, as JSON; undefined in other texts. */
export const carriedIn = (text: string): string | undefined =>
  text.split('class="own-version">')[1]?.split('<')[0]

/**
 * The encoding of a version file, from its first bytes: UTF-8, or UTF-16, as Windows' Notepad and
 * PowerShell may save it.
 */
export const encodingOf = ([first]: Uint8Array): string =>
  // Bytes that UTF-8 never has.
  first === 0xff ? 'utf-16le' : first === 0xfe ? 'utf-16be' : 'utf-8'

/** Whether two versions make the same changes. */
export const isSame = (one: Version, other: Version): boolean =>
  fileOf('', one) === fileOf('', other)

/** What to choose instead of a file that is no version. */
const chooseAnother = 'Chọn tệp lưu bằng nút “Lưu thay đổi ra tệp” hoặc “Lưu bản riêng để gửi”.'

/** Says that a file of `size` bytes is too large for a version. */
export const tooLarge = (size: number): string =>
  `Tệp quá lớn (${decimal((size / 1e6).toFixed(1))} MB), không phải bản riêng. ${chooseAnother}`

/**
 * Says what is wrong with the text of a file that is no JSON, and where, as far as the engine
 * tells.
 */
function broken(text: string, { message }: Error): string {
  const position = /position (\d+)/.exec(message)?.[1]
  const at = Number(position ?? Number.NaN)
  if (!text.includes(kind)) return `Tệp bị hỏng hoặc không phải bản riêng. ${chooseAnother}`
  if (at >= text.length || /unexpected end|end of data|unterminated/i.test(message)) {
    return 'Tệp bị hỏng: thiếu phần cuối. Nhờ người gửi gửi lại tệp.'
  }
  const line = position ? text.slice(0, at).split('\n').length : /line (\d+)/.exec(message)?.[1]
  const where = line === undefined ? '' : ` ở dòng ${line}`
  return `Tệp bị hỏng${where}. Nhờ người gửi lưu lại tệp; tệp sửa bằng tay thì sửa lại chỗ ấy.`
}

/** Parses the text of a version file for the deck with this id and running order. */
export function readFile(
  text: string,
  deck: string,
  runningOrder: RunningOrder,
): ParseResult | Refusal {
  if (text.length > limits.file) {
    return { refused: tooLarge(text.length) }
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    // JSON.parse throws nothing else.
    return { refused: broken(text, error as SyntaxError) }
  }
  return readVersion(value, deck, runningOrder)
}

/** Parses a version from a value of any type, for the deck with this id and running order. */
export function readVersion(
  value: unknown,
  deck: string,
  runningOrder: RunningOrder,
): ParseResult | Refusal {
  const file = asRecord(value)
  if (file.kind !== kind) {
    return { refused: `Tệp này không phải bản riêng. ${chooseAnother}` }
  }
  if (typeof file.form !== 'number' || !Number.isInteger(file.form) || file.form < 1) {
    return { refused: 'Tệp bị hỏng: không rõ dạng của bản riêng. Nhờ người gửi lưu lại tệp.' }
  }
  if (file.form > form) {
    return {
      refused: 'Tệp được lưu từ bản mới hơn của bộ trang chiếu. Mở bản mới ấy rồi mở lại tệp.',
    }
  }
  if (file.deck !== deck) {
    return {
      refused: 'Tệp là bản riêng của một bộ trang chiếu khác. Mở bộ trang chiếu ấy rồi mở lại tệp.',
    }
  }
  return contentIn(file, runningOrder)
}
