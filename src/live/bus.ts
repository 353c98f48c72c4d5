import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Outline } from '../model/position.ts'
import { type Ring, ringLeft } from './keys.ts'
import { type Room, roomIn } from './room.ts'

/** A value that outlives the process it is in. */
export interface Register<T> {
  /** The newest value there is; nothing where none was ever set. */
  current(): T | undefined
  /**
   * Sets what `make` makes of the newest value, for which it may be called more than once; the
   * same value, or none, changes nothing. Resolves when the change survives a crash.
   */
  change(make: (newest: T | undefined) => T | undefined): Promise<void>
  /** Calls back with each new value at once, before it is kept. */
  subscribe(listener: (value: T) => void): void
}

/** What relays share: their room, the keys to it, and how many look on. */
export interface StateBus {
  readonly room: Register<Room>
  readonly ring: Register<Ring>
  /** Whether nothing can be heard of the other relays that there may be. */
  isCutOff(): boolean
  /** Tells the others how many look on here, and returns what tells how many do everywhere. */
  count(here: () => number): () => number
  close(): Promise<void>
}

/** What a file holds that a relay left behind; one that is damaged or of another deck holds nothing. */
function contentOf<T>(path: string, read: (value: unknown) => T | undefined): T | undefined {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Has the disk keep what was written to a file or folder, as far as the system allows. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Puts a text in the place of a file: whoever reads it finds the old one or the new one, whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const part = `${path}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, path)
  // Windows opens no folders, and needs none of this.
  await sync(dirname(path)).catch(() => undefined)
}

/** A value in a file, which one process writes. */
export function fileRegister<T>(
  path: string,
  read: (value: unknown) => T | undefined,
): Register<T> {
  const listeners: ((value: T) => void)[] = []
  let value = contentOf(path, read)
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  // One write at a time, always of the newest value: what comes meanwhile shares the next one.
  const write = () => {
    next ??= last
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return replaceFile(path, JSON.stringify(value))
      })
    last = next
    return next
  }
  return {
    current: () => value,
    change(make) {
      const newer = make(value)
      if (newer === undefined || newer === value) return Promise.resolve()
      value = newer
      for (const listener of listeners) listener(newer)
      return write()
    },
    subscribe: (listener) => {
      listeners.push(listener)
    },
  }
}

/** The state of one relay by itself, in a file and one beside it. */
export function fileBus(path: string, outline: Outline): StateBus {
  return {
    room: fileRegister(path, (value) => roomIn(outline, value)),
    ring: fileRegister(`${path}.keys`, ringLeft),
    isCutOff: () => false,
    count: (here) => here,
    close: () => Promise.resolve(),
  }
}
