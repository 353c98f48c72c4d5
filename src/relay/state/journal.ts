import * as fs from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

// Not `node:fs/promises`: its file handles cost more than the calls to the system.
const open = promisify(fs.open)
const write = promisify(fs.write)
const flush = promisify(fs.fdatasync)
const flushFolder = promisify(fs.fsync)
const close = promisify(fs.close)
const rename = promisify(fs.rename)

/** A file to which texts without line breaks are written; the last one counts. */
export interface Journal {
  /** Resolves when the text would survive a crash of the machine; one call at a time. */
  put(text: string): Promise<void>
  close(): Promise<void>
}

/** How much a file may hold, in bytes, until it is replaced by its last line. */
const usualRoom = 65_536

/** How long lines are added to a file, in ms; if it was deleted meanwhile, it is back after that. */
const longest = 60_000

/**
 * Whether a write can flush what it writes: one call to the system, in one turn of a thread. Elsewhere
 * only a flush of its own reaches the disk, if there is such a flag at all.
 */
const isFlushing = process.platform === 'linux'
const { O_WRONLY, O_CREAT, O_TRUNC, O_DSYNC } = fs.constants
const anew = O_WRONLY | O_CREAT | O_TRUNC | (isFlushing ? O_DSYNC : 0)

/** Writes a text to the disk, all of it, or throws; resolves with its length in bytes. */
async function writeAll(file: number, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += (await write(file, bytes, at)).bytesWritten
  if (!isFlushing) await flush(file)
  return bytes.length
}

/** The lines of a file, the newest first. The last one may be incomplete, if the machine crashed. */
export const linesIn = (path: string): readonly string[] =>
  fs.readFileSync(path, 'utf8').split('\n').reverse()

/**
 * Adds lines to a file while it holds less than `room` bytes: one call to the system, where replacing
 * it takes six. Then, and at first, it is replaced in one step: a reader, or a crash, finds the old or
 * the new file in full. With no room it always holds the last text alone.
 */
export function journalAt(path: string, room = usualRoom): Journal {
  const part = `${path}.part`
  let folder: Promise<number | undefined> | undefined
  let file: { readonly number: number; readonly until: number; size: number } | undefined
  const drop = async () => {
    const old = file
    file = undefined
    if (old) await close(old.number).catch(() => undefined)
  }
  const replace = async (line: string) => {
    // Windows does not replace open files.
    await drop()
    const number = await open(part, anew, 0o600)
    try {
      const size = await writeAll(number, line)
      await rename(part, path)
      // Kept open, because opening it costs as much as flushing it. Windows cannot open folders, and
      // need not flush them.
      folder ??= open(dirname(path), 'r').catch(() => undefined)
      const opened = await folder
      if (opened !== undefined) await flushFolder(opened).catch(() => undefined)
      file = { number, size, until: performance.now() + longest }
    } catch (error) {
      await close(number).catch(() => undefined)
      throw error
    }
  }
  const add = async (to: NonNullable<typeof file>, line: string) => {
    try {
      to.size += await writeAll(to.number, line)
    } catch (error) {
      // A part of it may be there, to which nothing can be added.
      await drop()
      throw error
    }
  }
  return {
    async put(text) {
      const line = `${text}\n`
      if (file && file.size < room && performance.now() < file.until) await add(file, line)
      else await replace(line)
    },
    async close() {
      // Whoever closes it twice must not close what has got the same number since.
      const opening = folder
      folder = undefined
      await drop()
      const opened = await opening
      if (opened !== undefined) await close(opened).catch(() => undefined)
    },
  }
}
