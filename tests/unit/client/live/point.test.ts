import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pointerToRelay } from '../../../../src/client/live/point.ts'

let posts: unknown[]
let open: number
let answer: () => Promise<Response>

const taken = async () => new Response(null, { status: 204 })
beforeEach(() => {
  vi.useFakeTimers()
  posts = []
  open = 0
  answer = taken
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    expect(path).toBe('live/pointer')
    posts.push(JSON.parse(body))
    // One at a time.
    expect(++open).toBe(1)
    return answer().finally(() => open--)
  })
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (time: number) => vi.advanceTimersByTimeAsync(time)
const place = (x: number) => ({ slide: 'one', at: [x, 1] as const })

test('over a quick line twenty places a second are sent, the last of them always', async () => {
  const send = pointerToRelay(() => 3)
  for (let x = 0; x < 1000; x++) {
    send(place(x))
    await pass(1)
  }
  await pass(100)
  expect(posts.length).toBeGreaterThan(15)
  expect(posts.length).toBeLessThanOrEqual(22)
  expect(posts.at(-1)).toEqual({ slide: 'one', at: [999, 1], lease: 3 })
})

test('over a slow line one request waits for the other, and the end comes through', async () => {
  answer = () => new Promise((resolve) => setTimeout(resolve, 300, new Response(null)))
  const send = pointerToRelay(() => 3)
  for (let x = 0; x < 100; x++) {
    send(place(x))
    await pass(10)
  }
  send({ slide: 'one' })
  await pass(700)
  expect(posts.length).toBeLessThanOrEqual(6)
  expect(posts.at(-1)).toEqual({ slide: 'one', lease: 3 })
})

test('nothing is sent by whoever does not present, and little to a relay that refuses', async () => {
  let lease: number | undefined
  const send = pointerToRelay(() => lease)
  for (let x = 0; x < 100; x++) {
    send(place(x))
    await pass(10)
  }
  expect(posts).toEqual([])
  lease = 4
  for (const refusal of [
    async () => new Response('', { status: 404 }),
    () => Promise.reject(new Error()),
  ]) {
    answer = refusal
    posts = []
    for (let x = 0; x < 200; x++) {
      send(place(x))
      await pass(10)
    }
    await pass(2000)
    expect(posts.length).toBeLessThanOrEqual(4)
  }
})
