import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Pages that carry notes: kept for a time without network only once they were opened. */
const speakerPages = ['speaker.html', 'review.html']

/** The service worker's own file, and the folder of files to take along: not for its cache. */
const left = (file: string): boolean => file === 'sw.js' || file.startsWith('mang-theo/')

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12)

/**
 * Tells the service worker which files there are, by what mark each page is known, and gives them
 * a version of their content. The mark is of the page's content: most changes of a deck change no
 * file's name, and a host or a proxy may still have the page of the build before. A relay hands out a second one, which knows that it is a relay's: a
 * browser asks for its worker at every visit anyway, so that no other host is ever asked for more.
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
          audience: names.filter((name) => !speakerPages.includes(name)),
          speaker: names.filter((name) => speakerPages.includes(name)),
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
