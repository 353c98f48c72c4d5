import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Outline } from '../model/position.ts'
import { newestRoom, type Room, roomIn } from './room.ts'

/** Where relays keep the state of their room, and hear of it. */
export interface StateBus {
  /** Tells every listener at once; resolves when the state survives a crash. */
  publish(room: Room): Promise<void>
  /** The newest state there is; nothing where none was ever published. */
  current(): Room | undefined
  subscribe(listener: (room: Room) => void): void
}

/** What a file holds that a relay left behind; one that is damaged or of another deck holds nothing. */
function read(path: string, outline: Outline): Room | undefined {
  try {
    return roomIn(outline, JSON.parse(readFileSync(path, 'utf8')))
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

/** The state of one relay, in a file. */
export function fileBus(path: string, outline: Outline): StateBus {
  const listeners: ((room: Room) => void)[] = []
  let room = read(path, outline)
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  // One write at a time, always of the newest state: what comes meanwhile shares the next one.
  const write = () => {
    next ??= last
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return replaceFile(path, JSON.stringify(room))
      })
    last = next
    return next
  }
  return {
    publish(newer) {
      if (room && newestRoom(room, newer) === room) return Promise.resolve()
      room = newer
      for (const listener of listeners) listener(newer)
      return write()
    },
    current: () => room,
    subscribe: (listener) => {
      listeners.push(listener)
    },
  }
}
