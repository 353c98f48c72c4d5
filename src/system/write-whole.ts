import { open, readdir, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DeckError } from '../model/error.ts'
import { asRecord } from '../model/record.ts'
import { isAlive } from './is-alive.ts'
import { tidily } from './scratch.ts'

let parts = 0

/**
 * Where a file is written until it is complete: beside it, under a short name, because its own may be
 * as long as the system allows.
 */
function partOf(path: string): string {
  parts += 1
  return join(dirname(path), `.${process.pid}-${parts}.part`)
}

/** Removes what processes that were killed have left in a folder. */
async function sweepDead(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, id] = /^\.(\d+)-\d+\.part$/.exec(name) ?? []
    if (id && !isAlive(Number(id))) await rm(join(folder, name), { force: true })
  }
}

/**
 * Writes to a temporary file and renames it: a concurrent reader sees all of the old or of the new.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = partOf(path)
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * The file that a path leads to, through links, even to one that is missing. Throws a `DeckError` for
 * a folder or a device, which a rename would replace, and the system's error for a file that may not
 * be changed.
 */
export async function targetOf(path: string): Promise<string> {
  try {
    const target = await realpath(path)
    if (!(await stat(target)).isFile()) {
      throw new DeckError(
        `Không ghi được vào “${path}”: đó không phải là tệp.`,
        'Chọn tên khác cho tệp, rồi chạy lại lệnh.',
      )
    }
    // Opened, because only that tells of another program that holds it on Windows.
    await (await open(target, 'r+')).close()
    return target
  } catch (error) {
    if (asRecord(error).code !== 'ENOENT') throw error
    const linked = await readlink(path).catch(() => undefined)
    return linked === undefined ? path : targetOf(resolve(dirname(path), linked))
  }
}

/**
 * Makes room for files that belong together, before the long work that makes them; returns a function
 * that writes them: all, or, where the system refuses one, none. The paths claimed are those of
 * their parts. Throws as `targetOf` does, and the system's error, which names the file.
 */
export async function roomFor(
  paths: readonly string[],
  claim: (part: string) => void,
): Promise<(contents: readonly (string | Uint8Array)[]) => Promise<void>> {
  const places: { readonly part: string; readonly target: string }[] = []
  for (const path of paths) {
    const target = await targetOf(path)
    await sweepDead(dirname(target)).catch(() => undefined)
    const part = partOf(target)
    claim(part)
    await open(part, 'w').then(
      (file) => file.close(),
      (error) => {
        throw Object.assign(error, { path })
      },
    )
    places.push({ part, target })
  }
  return async (contents) => {
    for (const [at, { part }] of places.entries()) await writeFile(part, contents[at] ?? '')
    for (const { part, target } of places) await rename(part, target)
  }
}

/**
 * Writes several files that belong together: all of them, or, where the system refuses one, none.
 * Ctrl+C leaves nothing half-written.
 */
export const writeAll = (files: Readonly<Record<string, string | Uint8Array>>): Promise<void> =>
  tidily(async (claim) => {
    const write = await roomFor(Object.keys(files), claim)
    await write(Object.values(files))
  })
