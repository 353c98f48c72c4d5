import { createHash } from 'node:crypto'
import type { Files } from './output.ts'

/**
 * Pages with notes, and what makes Office files of them: cached for use without network only once
 * such a page was opened.
 */
const forSpeakers = /^(speaker|review)\.html$|^assets\/office-/

/** The service worker, which does not cache itself. */
const workerFile = 'sw.js'

const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12)

/**
 * Gives the service worker among the files of a site the list of the others, a hash for each page,
 * the size of each other file, and a version that is a hash of them all. Pages need a hash, written
 * to `data-page`: most changes of a deck change no file's name, and a host or a proxy may still
 * serve the page of the previous build. `sw-live.js` is a second worker, which a relay serves as
 * its service worker, and which knows that its host is a relay. A browser requests its worker at
 * every visit anyway, so no other host gets an extra request.
 */
export function workerFor({ [workerFile]: worker, ...kept }: Files): Files {
  if (typeof worker !== 'string') throw new Error(`The build has no ${workerFile}.`)
  const marks: Record<string, string> = {}
  const sizes: Record<string, number> = {}
  const files: Record<string, string | Uint8Array> = {}
  const hash = createHash('sha256').update(worker)
  const names = Object.keys(kept).sort((a, b) => a.localeCompare(b))
  for (const name of names) {
    let content = kept[name] ?? ''
    if (name.endsWith('.html')) {
      const page = String(content)
      const mark = hashOf(page)
      marks[name] = mark
      content = page.replace('<html ', `<html data-page="${mark}" `)
      // The mark says all of a page.
      hash.update(name).update(mark)
    } else {
      hash.update(name).update(content)
      sizes[name] = Buffer.byteLength(content)
    }
    files[name] = content
  }
  const lists = {
    version: hash.digest('hex').slice(0, 12),
    audience: names.filter((name) => !forSpeakers.test(name)),
    speaker: names.filter((name) => forSpeakers.test(name)),
    marks,
    sizes,
  }
  const told = (relay: boolean) =>
    `const files = ${JSON.stringify({ ...lists, relay })};\n${worker}`
  return { ...files, [workerFile]: told(false), 'sw-live.js': told(true) }
}
