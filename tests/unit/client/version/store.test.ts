import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenStorage } from '../../../../src/client/session/storage.ts'

/** What is stored, and whether reading it fails. */
let stored: unknown
let isUnreadable = false
const use: OpenStorage['use'] = (_, act) =>
  act({
    get: async () => (isUnreadable ? Promise.reject(new Error('closed')) : stored),
    put: async (_, value) => {
      stored = value
    },
    commit: () => undefined,
  }).catch(() => undefined)

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: {} }, querySelector: () => null })
})
afterEach(() => vi.unstubAllGlobals())

test('a version is changed as it is stored, and not replaced where it cannot be read', async () => {
  const { changeVersion } = await import('../../../../src/client/version/store.ts')
  const seconds = { one: 60 }
  const change = (version: unknown) => ({ ...(version as object | undefined), seconds })
  stored = { own: ['A'] }
  expect(await changeVersion({ use }, change)).toBe(true)
  expect(stored).toEqual({ own: ['A'], seconds })
  stored = { own: ['B'] }
  isUnreadable = true
  expect(await changeVersion({ use }, change)).toBe(false)
  expect(stored).toEqual({ own: ['B'] })
})
