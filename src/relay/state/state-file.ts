import type { RunningOrder } from '../../model/deck/running-order.ts'
import { presentationIn } from '../../model/talk/relay-protocol.ts'
import { pairingKeysLeft } from '../pairing/pairing.ts'
import { Disk } from './disk.ts'
import { journalAt, linesIn } from './journal.ts'
import { toNobody } from './passing.ts'
import { memoryRegister, type Register } from './register.ts'
import type { RelayState } from './relay-state.ts'

/** The value in a line; undefined if it is no JSON. */
function valueIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/**
 * Reads the value that a relay left in a file; undefined if the file is missing, damaged or of
 * another deck.
 */
function contentOf<T>(path: string, read: (value: unknown) => T | undefined): T | undefined {
  try {
    return read(
      linesIn(path)
        .map(valueIn)
        .find((value) => value !== undefined),
    )
  } catch {
    return undefined
  }
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
  journal = journalAt(path),
): FileRegister<T> {
  const listeners: ((value: T) => void)[] = []
  let value = contentOf(path, read)
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false
  /** Whether the disk has not answered for so long that nobody waits for it. */
  let hangs = false
  const put = async () => {
    next = undefined
    clearTimeout(retry)
    retry = undefined
    try {
      await journal.put(JSON.stringify(value))
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
      return last.then(journal.close)
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
  const keys = `${path}.keys`
  // With no room: a line that was damaged later must not bring back the keys before, which are revoked.
  const pairingKeys = fileRegister(keys, pairingKeysLeft, disk, journalAt(keys, 0))
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
