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
  const { openMemory } = await import('../../src/shell/memory.ts')
  const fail = vi.fn<() => void>()
  const memory = openMemory('x', fail)
  await memory.keep('showing', { slide: 'one' })
  expect(await memory.read('showing')).toBeUndefined()
  expect(fail).toHaveBeenCalledOnce()
  expect(memory.works()).toBe(false)
})
