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

test('a database closed by the browser, as when a phone sleeps, is opened again', async () => {
  const stored = new Map<string, unknown>()
  /** A request that succeeds at once. */
  const answer = (result: unknown) => {
    const request: { result: unknown; onsuccess?: () => void } = { result }
    queueMicrotask(() => request.onsuccess?.())
    return request
  }
  let isShut = false
  let opened = 0
  const open = () => {
    const mine = ++opened
    const store = {
      get: (key: string) => answer(stored.get(key)),
      put: (value: unknown, key: string) => answer(stored.set(key, value)),
    }
    return answer({
      transaction() {
        if (isShut && mine === 1) throw new DOMException('shut', 'InvalidStateError')
        return { objectStore: () => store, commit: () => undefined }
      },
    })
  }
  vi.stubGlobal('indexedDB', { open })
  const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
  const fail = vi.fn<() => void>()
  const storage = openMemory('x', fail)
  await storage.keep('view', 1)
  isShut = true
  await storage.keep('view', 2)
  expect(await storage.read('view')).toBe(2)
  expect(opened).toBe(2)
  expect(fail).not.toHaveBeenCalled()
})
