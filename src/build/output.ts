import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'
import { asRecord } from '../model/record.ts'
import { isAlive } from '../system/is-alive.ts'
import { writeWhole } from '../system/write-whole.ts'

/** The list of files written by the last build; a dotfile, which the server does not serve. */
const list = '.written.json'

/** Where a build writes until it is complete; a dotfile too. */
const aside = `.part-${process.pid}`

/** The size from which a text is compressed faster, in bytes. */
const large = 500_000

const compress = {
  br: (text: Buffer) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // The slowest setting: a third of a second per build for 5% fewer bytes to every viewer. The
        // pages of a deck of hundreds of slides would take seconds each.
        [constants.BROTLI_PARAM_QUALITY]: text.length > large ? 9 : constants.BROTLI_MAX_QUALITY,
      },
    }),
  gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
} as const

/**
 * The order in which files are moved into place: what pages load before the pages, and the service
 * worker, which requests all of them, last.
 */
const turn = (file: string): number =>
  file.startsWith('assets/') ? 0 : file.startsWith('sw.js') ? 2 : 1

/** The names of the compressed copies of a file. */
const copiesOf = (file: string): readonly string[] =>
  Object.keys(compress).map((ending) => `${file}.${ending}`)

/** What follows the pages, and who is told when these are in place. */
export interface After {
  readonly onPages?: () => void
  /** Makes further files: texts by file name. */
  readonly others?: () => Promise<Readonly<Record<string, string>>>
}

/**
 * Builds into a temporary folder and then renames each file into place, so that a server that runs
 * meanwhile sends complete files. When the pages are in place, adds compressed copies of those that
 * changed, and the other files. Deletes stale files of the previous build; whatever it did not
 * write, such as a printed PDF, stays.
 */
export function ownOutput({ onPages, others }: After = {}): Plugin {
  let place = ''
  const sweep = () => {
    try {
      rmSync(join(place, aside), { recursive: true, force: true, maxRetries: 5 })
    } catch {
      // The build has reported its own error already; the next build removes what is left.
    }
  }
  return {
    name: 'own-output',
    apply: 'build',
    config({ root = '', build: { outDir = 'dist' } = {} }) {
      place = resolve(root, outDir)
      sweepDead(place)
      process.once('exit', sweep)
      return { build: { outDir: join(place, aside) } }
    },
    writeBundle: {
      order: 'post',
      async handler({ dir = '' }, bundle) {
        const files = Object.keys(bundle).sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1))
        const texts = files.filter((file) => /\.(html|css|js)$/.test(file))
        const { files: before } = await readWritten(place)
        const copies = texts.flatMap(copiesOf)
        // The files of both builds, in case the process ends before the old ones are deleted.
        await noteWritten(place, [...before, ...files, ...copies])
        const uncompressed: string[] = []
        for (const file of files) {
          const isText = texts.includes(file)
          const isSame = isText && (await areSame(join(dir, file), join(place, file)))
          if (
            isText &&
            !(isSame && copiesOf(file).every((copy) => existsSync(join(place, copy))))
          ) {
            uncompressed.push(file)
            // A server would go on sending the copies of the old file.
            for (const copy of copiesOf(file)) await rm(join(place, copy), { force: true })
          }
          await mkdir(dirname(join(place, file)), { recursive: true })
          await rename(join(dir, file), join(place, file))
        }
        onPages?.()
        // Written aside first, where nothing of them is left if the process ends meanwhile.
        const add = async (file: string, content: string | Uint8Array) => {
          for (const folder of [dir, place]) {
            await mkdir(dirname(join(folder, file)), { recursive: true })
          }
          await writeFile(join(dir, file), content)
          await rename(join(dir, file), join(place, file))
        }
        const [further = {}] = await Promise.all([
          others?.(),
          ...uncompressed.map(async (file) => {
            const text = await readFile(join(place, file))
            const copies = Object.entries(compress).map(async ([ending, pack]) =>
              add(`${file}.${ending}`, await pack(text)),
            )
            await Promise.all(copies)
          }),
        ])
        for (const [file, text] of Object.entries(further)) await add(file, text)
        const written = [...files, ...copies, ...Object.keys(further)]
        for (const old of before) {
          if (!written.includes(old)) await rm(join(place, old), { force: true })
        }
        await noteWritten(place, written)
      },
    },
    closeBundle() {
      sweep()
      process.off('exit', sweep)
    },
  }
}

/** Whether two files have the same content; false if one is missing. */
async function areSame(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((path) => readFile(path).catch(() => undefined)),
  )
  return first !== undefined && second !== undefined && first.equals(second)
}

/** Removes the temporary folders of builds that were killed. */
function sweepDead(place: string): void {
  for (const name of namesIn(place)) {
    const [, id] = /^\.part-(\d+)$/.exec(name) ?? []
    if (id && !isAlive(Number(id))) rmSync(join(place, name), { recursive: true, force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The record that a build leaves. */
interface Written {
  readonly files: readonly string[]
  /** The hash of what the files were made from, and the state of each, if they are known. */
  readonly made?: { readonly from: string; readonly states: readonly string[] }
}

/** Records the files of a build. */
const noteWritten = (place: string, files: readonly string[], made?: Written['made']) =>
  writeWhole(join(place, list), JSON.stringify({ files: [...new Set(files)], made }))

/** Reads the record; it names no files if it is missing or damaged. */
async function readWritten(place: string): Promise<Written> {
  try {
    const read: unknown = JSON.parse(await readFile(join(place, list), 'utf8'))
    // Earlier versions wrote the names alone.
    const { files, made } = Array.isArray(read) ? { files: read, made: {} } : asRecord(read)
    const { from, states } = asRecord(made)
    const inside = (name: unknown): name is string =>
      typeof name === 'string' && !name.startsWith('/') && !name.split(/[\\/]/).includes('..')
    return {
      files: Array.isArray(files) ? files.filter(inside) : [],
      ...(typeof from === 'string' && Array.isArray(states) && { made: { from, states } }),
    }
  } catch {
    return { files: [] }
  }
}

/** The size and time of each file of a build; empty for one that is missing. */
const statesOf = (place: string, files: readonly string[]): Promise<readonly string[]> =>
  Promise.all(
    files.map((file) =>
      stat(join(place, file)).then(
        ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
        () => '',
      ),
    ),
  )

/** Records the hash of what the files in a folder were made from. */
export async function noteMadeFrom(place: string, from: string): Promise<void> {
  const { files } = await readWritten(place)
  await noteWritten(place, files, { from, states: await statesOf(place, files) })
}

/** Whether a folder still holds the files that were made from what has this hash. */
export async function isMadeFrom(place: string, hash: string): Promise<boolean> {
  const { files, made } = await readWritten(place)
  if (made?.from !== hash) return false
  const states = await statesOf(place, files)
  return states.every((state, at) => state !== '' && state === made.states[at])
}
