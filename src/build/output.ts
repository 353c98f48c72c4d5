import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { asRecord } from '../model/record.ts'
import { isAlive } from '../system/is-alive.ts'
import { writeWhole } from '../system/write-whole.ts'

/** Files by name, as texts or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** The list of files written by the last build; a dotfile, which the server does not serve. */
const list = '.written.json'

/** Where a build writes a file until it is complete; a dotfile too. */
const aside = `.part-${process.pid}`

/** The size from which a text is compressed faster, in bytes. */
const large = 500_000

/**
 * How hard a file is compressed by brotli. Scripts and styles change with the sources only: the
 * slowest setting, for 5% fewer bytes to every viewer. Pages and the deck's data change with every
 * slide: a setting that takes a fifth of the time, for 1.5% more bytes. The pages of a deck of
 * hundreds of slides would take seconds each.
 */
function qualityFor(file: string, { length }: Buffer): number {
  if (length > large) return 7
  return /\.html$|^assets\/deck-/.test(file) ? 10 : constants.BROTLI_MAX_QUALITY
}

const compress = {
  br: (text: Buffer, file: string) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: qualityFor(file, text),
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
} as const

/**
 * The order in which files are moved into place: what pages load before the pages, and the service
 * worker, which requests all of them, last.
 */
const turn = (file: string): number =>
  file.startsWith('assets/') ? 0 : file.startsWith('sw') ? 2 : 1

/** The names of the compressed copies of a file. */
const copiesOf = (file: string): readonly string[] =>
  Object.keys(compress).map((ending) => `${file}.${ending}`)

/** What follows the pages, and who is told when these are in place. */
export interface After {
  readonly onPages?: (() => void) | undefined
  /** Makes further files. */
  readonly others?: () => Promise<Files>
}

/**
 * Writes the files of a build into a folder: each first into a temporary folder beside them, from
 * which it is renamed into place, so that a server that runs meanwhile sends complete files. When
 * the pages are in place, adds compressed copies of those that changed, and the other files. What
 * has not changed is not written again. Deletes stale files of the previous build; whatever it did
 * not write, such as a printed PDF, stays.
 */
export async function writeFiles(
  place: string,
  made: Files,
  { onPages, others }: After = {},
): Promise<void> {
  const part = join(place, aside)
  const sweep = () => {
    try {
      rmSync(part, { recursive: true, force: true, maxRetries: 5 })
    } catch {
      // The build has reported its own error already; the next build removes what is left.
    }
  }
  sweepDead(place)
  process.once('exit', sweep)
  const write = async (file: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(part, file)), { recursive: true })
    await writeFile(join(part, file), content)
  }
  const move = async (file: string) => {
    await mkdir(dirname(join(place, file)), { recursive: true })
    await rename(join(part, file), join(place, file))
  }
  const add = async (file: string, content: string | Uint8Array) => {
    await write(file, content)
    await move(file)
  }
  try {
    const files = Object.keys(made).sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1))
    const texts = new Set(files.filter((file) => /\.(html|css|js)$/.test(file)))
    const copies = [...texts].flatMap(copiesOf)
    const { files: before } = await readWritten(place)
    const changed: string[] = []
    const uncompressed: (readonly [string, Buffer])[] = []
    for (const file of files) {
      const content = Buffer.from(made[file] ?? '')
      const isSame = (await readFile(join(place, file)).catch(() => undefined))?.equals(content)
      const isWhole = copiesOf(file).every((copy) => existsSync(join(place, copy)))
      if (texts.has(file) && !(isSame && isWhole)) uncompressed.push([file, content])
      if (isSame) continue
      await write(file, content)
      changed.push(file)
    }
    // The files of both builds, in case the process ends before the old ones are deleted.
    await mkdir(place, { recursive: true })
    await noteWritten(place, [...before, ...files, ...copies])
    // A server would go on sending the copies of the old files.
    for (const [file] of uncompressed) {
      for (const copy of copiesOf(file)) await rm(join(place, copy), { force: true })
    }
    for (const file of changed) await move(file)
    onPages?.()
    const making = others?.()
    const copying = uncompressed.flatMap(([file, content]) =>
      Object.entries(compress).map(async ([ending, pack]) =>
        add(`${file}.${ending}`, await pack(content, file)),
      ),
    )
    // All have ended before the temporary folder is removed: one that fails does not stop the others.
    await Promise.allSettled([making, ...copying])
    const [further = {}] = await Promise.all([making, ...copying])
    for (const [file, content] of Object.entries(further)) await add(file, content)
    const written = new Set([...files, ...copies, ...Object.keys(further)])
    for (const old of before) {
      if (!written.has(old)) await rm(join(place, old), { force: true })
    }
    await noteWritten(place, [...written])
  } finally {
    sweep()
    process.off('exit', sweep)
  }
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
