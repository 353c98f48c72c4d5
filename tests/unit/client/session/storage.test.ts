import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

/** A database that cannot be opened. */
const refused = {
  open() {
    const request: { onerror?: (event: Event) => void } = {}
    queueMicrotask(() => request.onerror?.(new Event('error')))
    return request
  },
}

test.for([
  ['there is no database', undefined],
  ['the database is refused', refused],
] as const)(
  'where %s, nothing is stored or read, and that is reported once',
  async ([, database]) => {
    vi.stubGlobal('indexedDB', database)
    const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
    const fail = vi.fn<() => void>()
    const storage = openMemory('x', fail)
    await storage.keep('view', { slide: 'one' })
    expect(await storage.read('view')).toBeUndefined()
    expect(fail).toHaveBeenCalledOnce()
    expect(storage.works()).toBe(false)
  },
)

/** A request that succeeds at once. */
const answer = (result: unknown) => {
  const request: { result: unknown; onsuccess?: () => void } = { result }
  queueMicrotask(() => request.onsuccess?.())
  return request
}

/** A database of one store; `refuse` may throw as a transaction begins, or abort it as it ends. */
function database(refuse: (end: 'begin' | 'commit', opened: number) => unknown) {
  const stored = new Map<string, unknown>()
  const store = {
    get: (key: string) => answer(stored.get(key)),
    put: (value: unknown, key: string) => answer(stored.set(key, value)),
  }
  let opened = 0
  const open = () => {
    const mine = ++opened
    return answer({
      transaction() {
        refuse('begin', mine)
        const transaction = {
          objectStore: () => store,
          error: undefined as unknown,
          oncomplete: () => {},
          onabort: () => {},
          commit() {
            transaction.error = refuse('commit', mine)
            // After its requests, as in browsers.
            setTimeout(() => (transaction.error ? transaction.onabort() : transaction.oncomplete()))
          },
        }
        return transaction
      },
    })
  }
  return { open, opened: () => opened }
}

test('a database closed by the browser, as when a phone sleeps, is opened again', async () => {
  let isShut = false
  const { open, opened } = database((end, mine) => {
    if (end === 'begin' && isShut && mine === 1) throw new DOMException('shut', 'InvalidStateError')
  })
  vi.stubGlobal('indexedDB', { open })
  const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
  const fail = vi.fn<() => void>()
  const storage = openMemory('x', fail)
  await storage.keep('view', 1)
  isShut = true
  await storage.keep('view', 2)
  expect(await storage.read('view')).toBe(2)
  expect(opened()).toBe(2)
  expect(fail).not.toHaveBeenCalled()
})

test('a database that was lost and cannot be opened for a moment is tried again', async () => {
  let isShut = false
  const works = database((end, mine) => {
    if (end === 'begin' && isShut && mine === 1) throw new DOMException('shut', 'InvalidStateError')
  })
  let busy = false
  vi.stubGlobal('indexedDB', { open: () => (busy ? refused.open() : works.open()) })
  const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
  const storage = openMemory('x', () => undefined)
  await storage.keep('view', 1)
  isShut = true
  busy = true
  await storage.keep('view', 2)
  expect(storage.works()).toBe(false)
  busy = false
  await storage.keep('view', 3)
  expect(storage.works()).toBe(true)
  expect(await storage.read('view')).toBe(3)
})

test('a database that could not be opened at first is not, or what is unread would be written over', async () => {
  const { open } = database(() => undefined)
  let busy = true
  vi.stubGlobal('indexedDB', { open: () => (busy ? refused.open() : open()) })
  const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
  const storage = openMemory('x', () => undefined)
  await storage.read('view')
  busy = false
  await storage.keep('view', 1)
  expect(storage.works()).toBe(false)
})

test('a disk that is full only as a value is written is no success, and may have room again', async () => {
  let isFull = true
  const full = new DOMException('full', 'QuotaExceededError')
  const { open } = database((end) => (end === 'commit' && isFull ? full : undefined))
  vi.stubGlobal('indexedDB', { open })
  const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
  const fail = vi.fn<() => void>()
  const storage = openMemory('x', fail)
  await storage.keep('view', 1)
  await storage.keep('view', 2)
  expect(fail).toHaveBeenCalledOnce()
  expect(storage.works()).toBe(false)
  // What can be read says nothing about what can be written.
  await storage.read('view')
  expect(storage.works()).toBe(false)
  isFull = false
  await storage.keep('view', 3)
  expect(storage.works()).toBe(true)
})
