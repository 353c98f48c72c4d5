import { applyVersion } from '../../model/version/apply-version.ts'
import type { Version } from '../../model/version/version.ts'
import { fileOf } from '../../model/version/version-file.ts'
import type { Stock } from '../version/apply.ts'

/** Has the browser download a text, or bytes, as a file. */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): void {
  const link = document.createElement('a')
  const coded = typeof content === 'string' ? `${type};charset=utf-8` : type
  link.href = URL.createObjectURL(new Blob([content], { type: coded }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * Says that the browser was asked for a file. It does not tell whether it obeys: one within another
 * program, such as a chat, mostly does not.
 */
export const askedFor = (name: string): string =>
  `Trình duyệt đang tải về tệp ${name}. Không thấy tệp thì mở trang này bằng Chrome hoặc Edge rồi bấm lại.`

const style = /<style>[\s\S]*?<\/style>/g

/**
 * The packed file with a version: rendered with it, so that it can be read without scripts, and
 * with the version as JSON. The file keeps the whole deck, so that the version can be undone.
 * `source` is the packed file as published.
 */
export function privateFile(source: string, { deck, show }: Stock, version: Version): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  const id = number.toString(16).padStart(8, '0')
  const instead = `<meta name="${id}">`
  // Replaced while parsing, because this page's policy would report the other page's styles.
  const styles = source.match(style) ?? []
  const copy = new DOMParser().parseFromString(source.replace(style, instead), 'text/html')
  show(copy, { deck: applyVersion(deck, version) })
  copy.querySelector('script.own-version')?.remove()
  const carried = copy.createElement('script')
  carried.type = 'application/json'
  carried.className = 'own-version'
  carried.textContent = fileOf(deck.id, version).replaceAll('<', '\\u003c')
  copy.body.prepend(carried)
  // The file gets an id of its own, so that it stores apart from other files.
  copy.documentElement.dataset.file = id
  const text = `<!doctype html>\n${copy.documentElement.outerHTML}`
  return text.replaceAll(instead, () => styles.shift() ?? '')
}
