import { readdirSync, rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ConfigEnv, Plugin } from 'vite'
import { isAlive } from '../system/is-alive.ts'
import { writeWhole } from '../system/write-whole.ts'

/** Whether a build is one to ship, and not only to be printed from. */
export const isShipped = (_: unknown, { command, mode }: ConfigEnv): boolean =>
  command === 'build' && mode !== 'print'

/** The list of what the last build wrote; a dotfile, which the server does not hand out. */
const list = '.written.json'

/** Where a build writes until it is whole; no server hands it out either. */
const aside = `.part-${process.pid}`

const compress = {
  br: (text: Buffer) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // The slowest: a third of a second a build, for a twentieth of what every viewer loads.
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      },
    }),
  gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
} as const

/**
 * When a file takes its place: what a page loads before the page, the service worker at the end, who
 * asks for all of them.
 */
const turn = (file: string): number =>
  file.startsWith('assets/') ? 0 : file.startsWith('sw.js') ? 2 : 1

/**
 * Puts a build in its place once all of it is written, each file at a stroke: a server that runs
 * meanwhile sends whole files. Each text file has compressed copies beside it; what the last build
 * wrote and this one did not goes, and other people's files in the folder, a printed PDF too, stay.
 */
export function ownOutput(): Plugin {
  let place = ''
  const sweep = () => {
    try {
      rmSync(join(place, aside), { recursive: true, force: true, maxRetries: 5 })
    } catch {
      // Why nothing could be built is told already; what is left here, the next build removes.
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
        // What is taken along is copied from the disk, never sent compressed.
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
        // All of both, in case this ends before the old ones are gone.
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

/** Removes what builds have left that were killed before they were whole. */
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

/** The file names in the list; a list that is missing or damaged names none. */
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
