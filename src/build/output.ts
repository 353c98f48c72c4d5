import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ConfigEnv, Plugin } from 'vite'

/** Whether a build is one to ship, and not only to be printed from. */
export const isShipped = (_: unknown, { command, mode }: ConfigEnv): boolean =>
  command === 'build' && mode !== 'print'

/** The list of what the last build wrote; a dotfile, which the server does not hand out. */
const list = '.written.json'

const compress = {
  br: (text: Buffer) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // The last two levels take ten times as long for a few per cent.
        [constants.BROTLI_PARAM_QUALITY]: 9,
      },
    }),
  gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
} as const

/**
 * Writes each text file compressed beside itself, and removes what the last build wrote and this
 * one did not: other people's files in the folder, a printed PDF too, stay.
 */
export function ownOutput(): Plugin {
  return {
    name: 'own-output',
    apply: isShipped,
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
        const written = [...files, ...copies].sort()
        for (const old of await lastWritten(join(dir, list))) {
          if (!written.includes(old)) await rm(join(dir, old), { force: true })
        }
        await writeFile(join(dir, list), JSON.stringify(written))
      },
    },
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
