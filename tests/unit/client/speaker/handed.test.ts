import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.stubGlobal('document', { documentElement: { dataset: {} }, querySelector: () => null })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a disk that never answers keeps no phone from the screen that it has been given', async () => {
  const handed = JSON.stringify({ talk: { running: true }, version: { own: [] } })
  vi.stubGlobal('sessionStorage', { getItem: () => handed, removeItem: () => undefined })
  vi.stubGlobal('indexedDB', { open: () => ({}) })
  const { takeOverHanded } = await import('../../../../src/client/speaker/handed.ts')
  const { openStorage } = await import('../../../../src/client/session/storage.ts')
  const said: string[] = []
  let opens = false
  void takeOverHanded(
    openStorage('x', () => said.push('refused')),
    (text) => said.push(text),
  ).then(() => {
    opens = true
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect(opens).toBe(true)
  expect(said).toEqual([])
})

test('nor the speaker from the code that a phone is given the clock by', async () => {
  vi.stubGlobal('indexedDB', { open: () => ({}) })
  const { handOver } = await import('../../../../src/client/speaker/handed.ts')
  const { freshTalk } = await import('../../../../src/model/talk/talk.ts')
  const handed = handOver(freshTalk)
  await vi.advanceTimersByTimeAsync(5000)
  expect(JSON.parse(await handed)).toEqual({ talk: freshTalk })
})
