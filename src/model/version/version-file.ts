import type { RunningOrder } from '../deck/running-order.ts'
import { asRecord } from '../record.ts'
import { inOneOrder, type Version } from './version.ts'
import { contentIn, limits, type ParseResult } from './version-content.ts'

export { limits, type ParseResult }

/** The form of the file; it grows by one when an older program could not read it any more. */
const form = 1
const kind = 'bao-cao-vien/ban-rieng'

/** A file that is no version of this deck, and why, in a sentence. */
export interface Refusal {
  readonly refused: string
}

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
  return contentIn(file, runningOrder)
}
