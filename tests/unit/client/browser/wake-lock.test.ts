import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepAwake } from '../../../../src/client/browser/wake-lock.ts'

/** The locks that were requested. */
let locks: (EventTarget & { released: boolean; release(): Promise<void> })[] = []
let page: EventTarget & { visibilityState: string }

const request = async () => {
  const lock = Object.assign(new EventTarget(), {
    released: false,
    release: async () => {
      if (lock.released) return
      lock.released = true
      lock.dispatchEvent(new Event('release'))
    },
  })
  locks.push(lock)
  return lock
}
const held = () => locks.filter(({ released }) => !released).length
/** Lets pending promises settle. */
const settle = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  locks = []
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { wakeLock: { request } })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('the screen stays on while that is wanted, with one lock', async () => {
  let wanted = false
  const look = keepAwake(() => wanted)
  await settle()
  expect(locks.length).toBe(0)
  wanted = true
  for (let count = 0; count < 3; count++) look()
  await settle()
  look()
  await settle()
  expect([locks.length, held()]).toEqual([1, 1])
  wanted = false
  look()
  await settle()
  expect(held()).toBe(0)
})

test('a change during the request takes effect', async () => {
  let wanted = true
  const look = keepAwake(() => wanted)
  wanted = false
  look()
  await settle()
  expect([locks.length, held()]).toEqual([1, 0])
})

test('a lock lost while the page was hidden is requested again', async () => {
  keepAwake(() => true)
  await settle()
  page.visibilityState = 'hidden'
  await locks[0]?.release()
  page.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(held()).toBe(0)
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect([locks.length, held()]).toEqual([2, 1])
})

test('a lost lock of a page that stays visible is requested again, as after the machine has slept', async () => {
  keepAwake(() => true)
  await settle()
  await locks[0]?.release()
  await settle()
  expect([locks.length, held()]).toEqual([2, 1])
})

test('a request that is not answered does not prevent the next, and its late lock is not kept', async () => {
  vi.useFakeTimers()
  const answers: (() => void)[] = []
  const slow = () => new Promise((resolve) => answers.push(() => void request().then(resolve)))
  vi.stubGlobal('navigator', { wakeLock: { request: slow } })
  let wanted = true
  const look = keepAwake(() => wanted)
  look()
  await vi.advanceTimersByTimeAsync(6000)
  expect(answers.length).toBe(1)
  // The window comes back.
  page.dispatchEvent(new Event('visibilitychange'))
  expect(answers.length).toBe(2)
  answers[1]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(held()).toBe(1)
  answers[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect([locks.length, held()]).toEqual([2, 1])
  wanted = false
  look()
  await vi.advanceTimersByTimeAsync(0)
  expect(held()).toBe(0)

  // Answered only when it is not wanted any more.
  wanted = true
  look()
  await vi.advanceTimersByTimeAsync(6000)
  wanted = false
  answers[2]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect([locks.length, held()]).toEqual([3, 0])
  vi.useRealTimers()
})

test.for([
  {},
  { wakeLock: { request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } },
])('nothing is shown where a browser grants no lock', async (navigator) => {
  vi.stubGlobal('navigator', navigator)
  const look = keepAwake(() => true)
  look()
  await settle()
  look()
  await settle()
  expect(locks.length).toBe(0)
})
