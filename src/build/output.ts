import { readdirSync, rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ConfigEnv, Plugin } from 'vite'
import { isAlive } from '../system/is-alive.ts'
import { writeWhole } from '../system/write-whole.ts'

/** Whether Vite builds for distribution, and not only for printing. */
export const isShipped = (_: unknown, { command, mode }: ConfigEnv): boolean =>
  command === 'build' && mode !== 'print'

/** The list of files written by the last build; a dotfile, which the server does not serve. */
const list = '.written.json'

/** Where a build writes until it is complete; a dotfile too. */
const aside = `.part-${process.pid}`

const compress = {
  br: (text: Buffer) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // The slowest setting: a third of a second per build for 5% fewer bytes to every viewer.
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
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

/**
 * Builds into a temporary folder and then renames each file into place, so that a server that runs
 * meanwhile sends complete files. Adds compressed copies of text files. Deletes stale files of the
 * previous build; other files, such as a printed PDF, stay.
 */
export function ownOutput(): Plugin {
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
    apply: isShipped,
    config({ root = '', build: { outDir = 'dist' } = {} }) {
      place = resolve(root, outDir)
      sweepDead(place)
      process.once('exit', sweep)
      return { build: { outDir: join(place, aside) } }
    },
    writeBundle: {
      order: 'post',
      async handler({ dir = '' }, bundle) {
        const files = Object.keys(bundle)
        // Files in `mang-theo/` are copied from the disk, never sent compressed.
        const texts = files.filter((file) => /^(?!mang-theo\/).*\.(html|css|js)$/.test(file))
        const copies = await Promise.all(
          texts.flatMap((file) =>
            Object.entries(compress).map(async ([ending, pack]) => {
              const copy = `${file}.${ending}`
              await writeFile(join(dir, copy), await pack(await readFile(join(dir, file))))
              return copy
            }),
          ),
        )
        const written = [...files, ...copies].sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1))
        const before = await lastWritten(join(place, list))
        // The files of both builds, in case the process ends before the old ones are deleted.
        await writeWhole(join(place, list), JSON.stringify([...new Set([...before, ...written])]))
        for (const file of written) {
          await mkdir(dirname(join(place, file)), { recursive: true })
          await rename(join(dir, file), join(place, file))
        }
        for (const old of before) {
          if (!written.includes(old)) await rm(join(place, old), { force: true })
        }
        await writeWhole(join(place, list), JSON.stringify(written))
      },
    },
    closeBundle() {
      sweep()
      process.off('exit', sweep)
    },
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

/** The file names in the list; none if the list is missing or damaged. */
async function lastWritten(path: string): Promise<readonly string[]> {
  try {
    const names: unknown = JSON.parse(await readFile(path, 'utf8'))
    const inside = (name: unknown): name is string =>
      typeof name === 'string' && !name.startsWith('/') && !name.split(/[\\/]/).includes('..')
    return Array.isArray(names) ? names.filter(inside) : []
  } catch {
    return []
  }
}
