import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RunningOrder } from '../model/deck/running-order.ts'
import { type Presentation, presentationIn } from '../model/talk/relay-protocol.ts'
import { type PairingKeys, pairingKeysLeft } from './pairing.ts'

/** A value that outlives the process it is in. */
export interface Register<T> {
  /** The newest value there is; nothing where none was ever set. */
  current(): T | undefined
  /**
   * Sets what `make` makes of the newest value, for which it may be called more than once; the
   * same value, or none, changes nothing. Resolves when the change survives a crash, or when the
   * disk refused it: then it is written as soon as the disk takes it.
   */
  change(make: (newest: T | undefined) => T | undefined): Promise<void>
  /** Calls back with each new value at once, before it is kept. */
  subscribe(listener: (value: T) => void): void
}

/** How the disk takes what a relay writes; `tell` hears of the first refusal, and when all is written. */
export class Disk {
  readonly #owing = new Set<string>()
  readonly #tell: (refusal: unknown) => void
  /** How often the disk refused. */
  refusals = 0

  constructor(tell: (refusal: unknown) => void = () => undefined) {
    this.#tell = tell
  }

  /** Whether anything would not survive this process. */
  get owes(): boolean {
    return this.#owing.size > 0
  }

  refuse(path: string, cause: unknown): void {
    const first = !this.owes
    this.refusals++
    this.#owing.add(path)
    if (first) this.#tell(cause)
  }

  take(path: string): void {
    if (this.#owing.delete(path) && !this.owes) this.#tell(undefined)
  }
}

/** What relays share: their room, the keys to it, and how many look on. */
export interface RelayState {
  readonly presentation: Register<Presentation>
  readonly pairingKeys: Register<PairingKeys>
  readonly disk: Disk
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

/** How soon what the disk refused is written again, in milliseconds. */
const again = 2000

/** A value in a file. */
interface FileRegister<T> extends Register<T> {
  /** Tries a last time to write what is not written. */
  close(): Promise<void>
}

/** A value in a file, which one process writes. */
export function fileRegister<T>(
  path: string,
  read: (value: unknown) => T | undefined,
  disk = new Disk(),
): FileRegister<T> {
  const listeners: ((value: T) => void)[] = []
  let value = contentOf(path, read)
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false
  const put = async () => {
    next = undefined
    clearTimeout(retry)
    retry = undefined
    try {
      await replaceFile(path, JSON.stringify(value))
      disk.take(path)
    } catch (cause) {
      disk.refuse(path, cause)
      if (!closed) retry = setTimeout(write, again).unref()
    }
  }
  // One write at a time, always of the newest value: what comes meanwhile shares the next one.
  const write = () => {
    next ??= last.then(put)
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
    close() {
      closed = true
      return retry ? write() : last
    },
  }
}

/** The state of one relay by itself, in a file and one beside it. */
export function fileState(
  path: string,
  runningOrder: RunningOrder,
  tell?: (refusal: unknown) => void,
): RelayState {
  const disk = new Disk(tell)
  const presentation = fileRegister(path, (value) => presentationIn(runningOrder, value), disk)
  const pairingKeys = fileRegister(`${path}.keys`, pairingKeysLeft, disk)
  return {
    presentation,
    pairingKeys,
    disk,
    isCutOff: () => false,
    count: (here) => here,
    close: async () => void (await Promise.all([presentation.close(), pairingKeys.close()])),
  }
}
