import { applyVersion } from '../../model/version/apply-version.ts'
import type { Version } from '../../model/version/version.ts'
import { fileOf } from '../../model/version/version-file.ts'
import type { Stock } from '../version/apply.ts'

/** Hands a file to the person, by the browser's own way of saving. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

// This program stands in a packed file itself, where the pattern must not find itself.
const style = /<(style)>[\s\S]*?<\/\1>/g

/**
 * A packed file that carries a version and is rendered with it, so that it reads without scripts;
 * all of the deck stays in it, to be returned to. `source` is the packed file as it was published.
 */
export function privateFile(source: string, { deck, show }: Stock, version: Version): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  const id = number.toString(16).padStart(8, '0')
  const instead = `<meta name="${id}">`
  // Set aside, for the policy of this page would complain of the styles of that one.
  const styles = source.match(style) ?? []
  const copy = new DOMParser().parseFromString(source.replace(style, instead), 'text/html')
  show(copy, { deck: applyVersion(deck, version) })
  copy.querySelector('script.own-version')?.remove()
  const carried = copy.createElement('script')
  carried.type = 'application/json'
  carried.className = 'own-version'
  carried.textContent = fileOf(deck.id, version).replaceAll('<', '\\u003c')
  copy.body.prepend(carried)
  // A file of its own: what one stores is not the other's.
  copy.documentElement.dataset.file = id
  const text = `<!doctype html>\n${copy.documentElement.outerHTML}`
  return text.replaceAll(instead, () => styles.shift() ?? '')
}
