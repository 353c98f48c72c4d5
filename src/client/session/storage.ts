/** Where a machine keeps what must survive a crash. */
export interface StateStorage {
  /** What was kept under a name; nothing where nothing was, or where nothing can be. */
  read(name: string): Promise<unknown>
  /** Keeps a value in place of what was there. */
  keep(name: string, value: unknown): void
}

/** Storage that tells whether it works, as far as that is known. */
interface OpenStorage extends StateStorage {
  works(): boolean
  /** Resolves when the value is written, or cannot be. */
  keep(name: string, value: unknown): Promise<void>
}

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('bao-cao-vien', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('kept')
  const database = await done(request)
  // A browser shuts it when a phone sleeps, or when what sites keep is cleared: the next is new.
  database.onclose = () => {
    opening = undefined
  }
  database.onversionchange = () => {
    database.close()
    opening = undefined
  }
  return database
}

/** The one way in, for all that a page keeps, while it stands open. */
let opening: Promise<IDBDatabase> | undefined

/** Begins a transaction; where the way in was shut without a word, through another. */
async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
  // A database that is refused at once throws here, one that is refused later rejects.
  opening ??= Promise.resolve().then(open)
  const way = opening
  const database = await way
  try {
    return database.transaction('kept', mode)
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    if (opening === way) opening = undefined
    opening ??= open()
    return (await opening).transaction('kept', mode)
  }
}

/**
 * Keeps in IndexedDB, which writes at once: a browser that is killed loses seconds of what went to
 * `localStorage`. `fail` is called once, when the machine turns out to keep nothing. One that is slow
 * has refused nothing: what is read may come at any time, or never.
 */
export function openStorage(scope: string, fail: () => void): OpenStorage {
  let working = true
  const give = () => {
    if (working) fail()
    working = false
  }
  opening ??= Promise.resolve().then(open)
  opening.catch(give)

  return {
    works: () => working,
    read(name) {
      const read = async () => {
        const store = (await begin('readonly')).objectStore('kept')
        return done(store.get(`${scope} ${name}`))
      }
      return read().catch(give)
    },
    keep(name, value) {
      const write = async () => {
        const transaction = await begin('readwrite')
        const written = done(transaction.objectStore('kept').put(value, `${scope} ${name}`))
        // Not left to the end of the task: the page may be gone by then.
        transaction.commit()
        await written
      }
      return write().catch(give)
    },
  }
}
