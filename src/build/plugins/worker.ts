import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Pages with notes, and what makes Office files of them: cached for use without network only once
 * such a page was opened.
 */
const forSpeakers = /^(speaker|review)\.html$|^assets\/office-/

/** Files that the service worker does not cache: itself, and the folder of packed files. */
const left = (file: string): boolean => file === 'sw.js' || file.startsWith('mang-theo/')

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12)

/**
 * Gives the service worker the list of files, a hash for each page, and a version that is a hash of
 * them all. Pages need a hash, written to `data-page`: most changes of a deck change no file's
 * name, and a host or a proxy may still serve the page of the previous build. `sw-live.js` is a
 * second worker, which a relay serves as its service worker, and which knows that its host is a
 * relay. A browser requests its worker at every visit anyway, so no other host gets an extra
 * request.
 */
export function listForWorker(): Plugin {
  return {
    name: 'list-for-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['sw.js']
        if (worker?.type !== 'chunk') throw new Error('The build has no sw.js.')
        const kept = Object.values(bundle)
          .filter(({ fileName }) => !left(fileName))
          .sort((a, b) => a.fileName.localeCompare(b.fileName))
        const marks: Record<string, string> = {}
        for (const file of kept) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          const page = String(file.source)
          const mark = hashOf(page)
          marks[file.fileName] = mark
          file.source = page.replace('<html ', `<html data-page="${mark}" `)
        }
        const hash = createHash('sha256').update(worker.code)
        for (const file of kept) {
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source)
        }
        const names = kept.map(({ fileName }) => fileName)
        const files = {
          version: hash.digest('hex').slice(0, 12),
          audience: names.filter((name) => !forSpeakers.test(name)),
          speaker: names.filter((name) => forSpeakers.test(name)),
          marks,
        }
        const told = (relay: boolean) =>
          `const files = ${JSON.stringify({ ...files, relay })};\n${worker.code}`
        this.emitFile({ type: 'asset', fileName: 'sw-live.js', source: told(true) })
        worker.code = told(false)
      },
    },
  }
}
