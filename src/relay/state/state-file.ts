import { close, fsync, open as reach, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { presentationIn } from '../../model/talk/relay-protocol.ts'
import { pairingKeysLeft } from '../pairing/pairing.ts'
import { Disk } from './disk.ts'
import { toNobody } from './passing.ts'
import { memoryRegister, type Register } from './register.ts'
import type { RelayState } from './relay-state.ts'

/**
 * Reads a value that a relay left in a file; undefined if the file is missing, damaged or of
 * another deck.
 */
function contentOf<T>(path: string, read: (value: unknown) => T | undefined): T | undefined {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * Replaces a file's content in one step: a reader, or a crash, finds the old or the new text in
 * full. `flush` flushes the file's folder to the disk.
 */
async function replaceFile(path: string, text: string, flush: () => Promise<void>): Promise<void> {
  const part = `${path}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, path)
  await flush()
}

/** Keeps a folder open, because opening it costs as much as flushing it. */
function folderAt(path: string) {
  // Windows cannot open folders, and need not flush them.
  const opened = promisify(reach)(path, 'r').catch(() => undefined)
  const use = async (act: (folder: number) => Promise<void>) => {
    const folder = await opened
    if (folder !== undefined) await act(folder).catch(() => undefined)
  }
  return { flush: () => use(promisify(fsync)), close: () => use(promisify(close)) }
}

/** The time until a failed write is tried again, in milliseconds. */
const again = 2000

/** How long a write may take, in milliseconds; after that it counts as refused, but goes on. */
const patience = 1000

/** The refusal of a disk that does not answer, such as one on the network. */
const overdue = (path: string): Error =>
  Object.assign(new Error(`${path} is not written yet`), { code: 'ETIMEDOUT', syscall: 'write' })

/** A register in a file. */
interface FileRegister<T> extends Register<T> {
  /** Tries once more to write what could not be written. */
  close(): Promise<void>
}

/** A register in a file that only this process writes. `read` parses the stored value. */
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
  /** Whether the disk has not answered for so long that nobody waits for it. */
  let hangs = false
  let folder: ReturnType<typeof folderAt> | undefined
  const put = async () => {
    next = undefined
    clearTimeout(retry)
    retry = undefined
    try {
      folder ??= folderAt(dirname(path))
      await replaceFile(path, JSON.stringify(value), folder.flush)
      disk.take(path)
    } catch (cause) {
      disk.refuse(path, cause)
      if (!closed) retry = setTimeout(write, again).unref()
    }
    hangs = false
  }
  const giveUp = () => {
    hangs = true
    disk.refuse(path, overdue(path))
  }
  // One write at a time, always of the newest value; changes during a write share the next one.
  const write = () => {
    next ??= new Promise<void>((resolve) => {
      if (hangs) resolve()
      const late = setTimeout(() => {
        giveUp()
        resolve()
      }, patience).unref()
      last = last.then(put).then(() => {
        clearTimeout(late)
        resolve()
      })
    })
    return next
  }
  return {
    current: () => value,
    change(make) {
      const newer = make(value)
      if (newer === undefined || newer === value) return Promise.resolve()
      value = newer
      // Before the listeners: what one of them cannot do must not keep the value from the disk.
      const written = write()
      for (const listener of listeners) listener(newer)
      return written
    },
    subscribe: (listener) => {
      listeners.push(listener)
    },
    close() {
      closed = true
      if (retry) void write()
      return last.then(() => folder?.close())
    },
  }
}

/**
 * The state of a single relay: the presentation in the file `path`, the keys in `path` + `.keys`.
 * `tell` is called when the disk refuses a write, and with undefined once it has recovered.
 */
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
    ownSlides: memoryRegister(),
    pairingKeys,
    passing: toNobody,
    disk,
    isCutOff: () => false,
    count: (here) => here,
    close: async () => void (await Promise.all([presentation.close(), pairingKeys.close()])),
  }
}
