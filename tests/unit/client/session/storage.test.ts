import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

/** A database that is refused after it was asked for. */
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
] as const)('where %s, nothing is kept nor read, and that is said once', async ([, database]) => {
  vi.stubGlobal('indexedDB', database)
  const { openStorage: openMemory } = await import('../../../../src/client/session/storage.ts')
  const fail = vi.fn<() => void>()
  const storage = openMemory('x', fail)
  await storage.keep('view', { slide: 'one' })
  expect(await storage.read('view')).toBeUndefined()
  expect(fail).toHaveBeenCalledOnce()
  expect(storage.works()).toBe(false)
})

test('what the browser shuts, as on a phone that slept, is opened again', async () => {
  const stored = new Map<string, unknown>()
  /** A request that is answered at once. */
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
