import { keptMark } from './kept-mark.ts'

/** Storage for what must survive a crash. */
export interface StateStorage {
  /**
   * Whether something was stored before, as a synchronous hint; false also where nobody knows, such as
   * without localStorage. Absent if there is no hint.
   */
  holds?(): boolean
  /** The value stored under a name; undefined if there is none or the storage does not work. */
  read(name: string): Promise<unknown>
  /** Stores a value in place of the one before. */
  keep(name: string, value: unknown): void
}

/** The values within one transaction, which is written whole or not at all. */
export interface Transaction {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<unknown>
  /** Commits now and not at the end of the task, because the page may be closed by then. */
  commit(): void
}

/** Storage that says whether it works, as far as is known. */
export interface OpenStorage extends StateStorage {
  /** False after a failure, until something is written again. */
  works(): boolean
  /** Resolves when the value is written or cannot be. */
  keep(name: string, value: unknown): Promise<unknown>
  /** Reads and writes in one transaction; resolves with undefined if that cannot be. */
  use<Result>(
    mode: IDBTransactionMode,
    act: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result | undefined>
}

/** Resolves when a transaction is on the disk; a full one may refuse what every request has taken. */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('bao-cao-vien', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('kept')
  const database = await done(request)
  // Browsers close the database when a phone sleeps or site data is cleared; the next call reopens
  // it.
  database.onclose = () => {
    opening = undefined
  }
  database.onversionchange = () => {
    database.close()
    opening = undefined
  }
  return database
}

/** The connection that everything on a page shares while it is open. */
let opening: Promise<IDBDatabase> | undefined

/** Whether it was ever open. */
let wasOpen = false

/**
 * Opens the connection, unless it is open. One that was lost and cannot be opened again is tried
 * anew by the next call; one that never was is not, because what could not be read must not be
 * overwritten.
 */
function connect(): Promise<IDBDatabase> {
  if (opening) return opening
  // indexedDB.open may throw at once or reject later; this way it always rejects.
  const mine = Promise.resolve().then(open)
  opening = mine
  mine.then(
    () => {
      wasOpen = true
    },
    () => {
      if (wasOpen && opening === mine) opening = undefined
    },
  )
  return mine
}

/** Begins a transaction; on a new connection if the old one was closed without an event. */
async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
  const way = connect()
  const database = await way
  try {
    return database.transaction('kept', mode)
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    if (opening === way) opening = undefined
    return (await connect()).transaction('kept', mode)
  }
}

/**
 * Stores values in IndexedDB, which writes at once; with `localStorage` a browser that is killed
 * loses the last seconds. `fail` is called when it turns out that nothing can be stored, and again only
 * if something could be meanwhile. A slow disk is no failure: `read` may resolve at any time, or never.
 */
export function openStorage(scope: string, fail: () => void): OpenStorage {
  let working = true
  const give = () => {
    if (working) fail()
    working = false
  }
  connect().catch(give)

  const use: OpenStorage['use'] = async (mode, act) => {
    try {
      const transaction = await begin(mode)
      const written = mode === 'readwrite' ? ended(transaction) : undefined
      // If the work fails first, that is the failure to report.
      written?.catch(() => undefined)
      const store = transaction.objectStore('kept')
      const keyOf = (name: string) => `${scope} ${name}`
      const result = await act({
        get: (name) => done(store.get(keyOf(name))),
        put: (name, value) => done(store.put(value, keyOf(name))),
        commit: () => transaction.commit(),
      })
      await written
      if (written) working = true
      return result
    } catch {
      give()
    }
  }
  const mark = keptMark(scope)
  return {
    holds: () => mark.read() !== null,
    works: () => working,
    use,
    read: (name) => use('readonly', ({ get }) => get(name)),
    keep: (name, value) => {
      if (mark.read() === null) mark.write('1')
      return use('readwrite', ({ put, commit }) => {
        const written = put(name, value)
        commit()
        return written
      })
    },
  }
}
