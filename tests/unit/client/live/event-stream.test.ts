import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from '../../../../src/client/live/event-stream.ts'
import { limit } from './limit.ts'

/** EventSource, with events that the tests trigger. */
class Stream {
  static readonly CLOSED = 2
  static readonly opened: Stream[] = []
  static get last(): Stream {
    const stream = Stream.opened.at(-1)
    if (!stream) throw new Error('none was opened')
    return stream
  }
  readyState = 0
  onmessage: (event: { data: string }) => void = () => undefined
  onerror: () => void = () => undefined
  constructor(address: string) {
    expect(address).toBe('live')
    Stream.opened.push(this)
  }
  close() {
    this.readyState = 2
  }
  addEventListener(name: string, listener: (event: { data: string }) => void) {
    expect(name).toBe('pointer')
    this.point = (data) => listener({ data })
  }
  point: (data: string) => void = () => undefined
  say(seq: number) {
    this.onmessage({ data: stateOf(seq) })
  }
  fail(readyState: number) {
    this.readyState = readyState
    this.onerror()
  }
}

let page: EventTarget
let own: EventTarget
let answer: (signal?: AbortSignal | null) => Promise<Response>
let polls = 0
/** What was heard, each state by its number. */
let heard: (number | 'lost')[] = []
let points: unknown[] = []

const stateOf = (seq: number) =>
  JSON.stringify({ epoch: 1, seq, slide: 'one', step: 0, screen: 'slide' })

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  own = new EventTarget()
  Stream.opened.length = 0
  polls = 0
  heard = []
  answer = () => Promise.reject(new Error('no network'))
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', own.addEventListener.bind(own))
  vi.stubGlobal('fetch', (path: string, { signal }: RequestInit) => {
    expect(path).toBe('live/state')
    polls++
    return answer(signal)
  })
  points = []
  listen({
    hear: ({ seq }) => heard.push(seq),
    point: (value) => points.push(value),
    lose: () => heard.push('lost'),
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const state = (seq: number) => async () => new Response(stateOf(seq))

test('a stream that goes silent is reopened, one that is heard from is not', async () => {
  Stream.last.say(1)
  for (let at = 0; at < 20; at++) {
    await pass(15)
    Stream.last.say(1)
  }
  expect(Stream.opened.length).toBe(1)
  await pass(39)
  expect(heard).not.toContain('lost')
  await pass(5)
  expect(heard).toContain('lost')
  expect(Stream.opened[0]?.readyState).toBe(Stream.CLOSED)
  expect(Stream.opened.length).toBe(2)
  Stream.last.say(2)
  const after = polls
  await pass(30)
  expect(polls).toBe(after)
})

test('a stream that something on the way holds back is replaced by polls after a few seconds', async () => {
  answer = state(5)
  await pass(8.1)
  expect(heard).toEqual(['lost', 5])
  // Another stream is tried at once: it may have been this one.
  await pass(2)
  expect(Stream.opened.length).toBe(2)
})

test('a line on which everything takes ten seconds is slow, not lost', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(limit)
  const late = (act: () => void) => setTimeout(act, 10_000)
  const { opened } = Stream
  answer = (signal) =>
    new Promise((resolve, reject) => {
      late(() => resolve(new Response(stateOf(5))))
      signal?.addEventListener('abort', reject)
    })
  late(() => opened[0]?.readyState !== Stream.CLOSED && opened[0]?.say(1))
  await pass(8.1)
  expect(heard).toEqual(['lost'])
  // The state comes by an answer, while the next stream has time enough.
  await pass(10)
  expect(heard).toEqual(['lost', 5])
  const stream = Stream.last
  expect([opened.length, stream.readyState]).toEqual([2, 0])
  stream.say(6)
  await pass(30)
  expect(opened.length).toBe(2)
  expect(heard).toEqual(['lost', 5, 6])
})

test('after the machine has slept a new stream is opened, though no event tells', async () => {
  Stream.last.say(1)
  await pass(10)
  expect(Stream.opened.length).toBe(1)
  vi.setSystemTime(Date.now() + 3_600_000)
  await pass(5)
  expect(Stream.opened.length).toBe(2)
  await pass(5)
  expect(Stream.opened.length).toBe(2)
})

test('a stream that the browser gave up is reopened a little later', async () => {
  Stream.last.say(1)
  Stream.last.fail(2)
  expect(heard).toEqual([1, 'lost'])
  expect(Stream.opened.length).toBe(1)
  await pass(3.1)
  expect(Stream.opened.length).toBe(2)
  Stream.last.say(2)
  expect(heard.at(-1)).toBe(2)
})

test('a stream that the browser reconnects by itself is left alone', async () => {
  Stream.last.say(1)
  Stream.last.fail(0)
  await pass(5)
  expect(Stream.opened.length).toBe(1)
  Stream.last.say(2)
  expect(heard).toEqual([1, 'lost', 2])
})

test('a browser that reconnects in vain is left alone for a few seconds, then less is asked', async () => {
  Stream.last.say(1)
  let tries = 0
  for (; Stream.opened[0]?.readyState !== Stream.CLOSED; tries++) {
    Stream.opened[0]?.fail(0)
    await pass(0.25)
  }
  expect(tries).toBeGreaterThan(15)
  expect(tries).toBeLessThan(25)
  // A relay that is away for an hour is not asked several times a second.
  for (let at = 0; at < 3600; at++) {
    if (Stream.last.readyState !== Stream.CLOSED) Stream.last.fail(2)
    await pass(1)
  }
  expect(polls).toBeLessThan(3600 / 2)
  expect(Stream.opened.length).toBeLessThan(250)
  // Once it answers, a stream is opened at once.
  const before = Stream.opened.length
  answer = state(7)
  await pass(6)
  expect(heard.at(-1)).toBe(7)
  expect(Stream.opened.length).toBeGreaterThan(before)
  Stream.last.say(8)
  const after = polls
  await pass(30)
  expect(polls).toBe(after)
})

test('after a restart that a proxy answers for twice nobody waits a minute for the stream', async () => {
  Stream.last.say(1)
  Stream.last.fail(2)
  await pass(2)
  Stream.last.fail(2)
  answer = state(2)
  const before = Stream.opened.length
  await pass(3.1)
  expect(heard.at(-1)).toBe(2)
  expect(Stream.opened.length).toBeGreaterThan(before)
})

test('without streams the state is polled, and a stream tried each minute', async () => {
  answer = state(5)
  await pass(30)
  expect(heard.at(-1)).toBe(5)
  const [before, opened] = [polls, Stream.opened.length]
  await pass(60)
  expect(polls - before).toBeGreaterThanOrEqual(9)
  expect(polls - before).toBeLessThanOrEqual(31)
  expect(Stream.opened.length).toBe(opened + 1)
  expect(heard.slice(heard.indexOf(5))).not.toContain('lost')
  answer = () => Promise.reject(new Error('no network'))
  await pass(7)
  expect(heard.at(-1)).toBe('lost')
  await pass(120)
  Stream.last.say(6)
  const after = polls
  await pass(30)
  expect(polls).toBe(after)
  expect(heard.at(-1)).toBe(6)
})

test('an answer that arrives after the stream is back is ignored', async () => {
  let arrive: (response: Response) => void = () => undefined
  answer = () => new Promise((resolve) => (arrive = resolve))
  await pass(30)
  expect(polls).toBe(1)
  await pass(60)
  Stream.last.say(9)
  arrive(new Response(stateOf(8)))
  await pass(1)
  expect(heard.at(-1)).toBe(9)
})

test('a new stream is opened at once after sleep, but not after only looking away', async () => {
  Stream.last.say(1)
  await pass(10)
  page.dispatchEvent(new Event('visibilitychange'))
  expect(Stream.opened.length).toBe(1)
  await pass(15)
  page.dispatchEvent(new Event('visibilitychange'))
  expect(Stream.opened.length).toBe(2)
  own.dispatchEvent(new Event('online'))
  expect(Stream.opened.length).toBe(3)
})

const look = (visibilityState: 'visible' | 'hidden') => {
  Object.assign(page, { visibilityState })
  page.dispatchEvent(new Event('visibilitychange'))
}

test('a hidden page has no stream, and gets one at once when it is shown', async () => {
  Stream.last.say(1)
  look('hidden')
  expect(Stream.opened[0]?.readyState).toBe(Stream.CLOSED)
  own.dispatchEvent(new Event('online'))
  await pass(300)
  expect(Stream.opened.length).toBe(1)
  expect(polls).toBe(0)
  look('visible')
  expect(Stream.opened.length).toBe(2)
  Stream.last.say(2)
  expect(heard).toEqual([1, 2])
  // A hidden page does not poll either.
  Stream.last.fail(2)
  await pass(30)
  expect(polls).toBeGreaterThan(0)
  look('hidden')
  const before = polls
  await pass(300)
  expect(polls).toBe(before)
  expect(Stream.opened.filter(({ readyState }) => readyState !== Stream.CLOSED)).toEqual([])
})

test('a page in the back/forward cache closes its stream, and opens one when restored', () => {
  Stream.last.say(1)
  own.dispatchEvent(new Event('pagehide'))
  expect(Stream.opened[0]?.readyState).toBe(Stream.CLOSED)
  own.dispatchEvent(new Event('pageshow'))
  page.dispatchEvent(new Event('visibilitychange'))
  expect(Stream.opened.length).toBe(2)
  expect(heard).toEqual([1])
})

test.for([
  '{"epoch":1,"seq":2}',
  '{"epoch":1,"seq":"2","slide":"one","step":0,"screen":"slide"}',
  '7',
  '{',
])('a message %s counts as a sign of life, and is ignored otherwise', async (data) => {
  Stream.last.onmessage({ data })
  await pass(39)
  expect(heard).toEqual([])
  Stream.last.say(3)
  expect(heard).toEqual([3])
})

test('a late answer from before the page was hidden starts no second polling loop', async () => {
  let arrive: (response: Response) => void = () => undefined
  answer = () => new Promise((resolve) => (arrive = resolve))
  await pass(30)
  const late = arrive
  look('hidden')
  look('visible')
  answer = state(1)
  Stream.last.fail(2)
  await pass(0)
  late(new Response(stateOf(0)))
  await pass(60)
  expect(heard).not.toContain(0)
  expect(polls).toBeLessThan(35)
})

test('a fault of who listens is told, and counts as no answer that never came', async () => {
  let losses = 0
  const trip = () => {
    throw new Error('a fault')
  }
  listen({ hear: trip, point: trip, lose: () => losses++ })
  expect(() => Stream.last.say(1)).toThrow('a fault')
  expect(() => Stream.last.point('{}')).toThrow('a fault')
  answer = state(2)
  const faults: unknown[] = []
  const told = (error: unknown) => faults.push(error)
  process.on('unhandledRejection', told)
  await pass(100)
  expect(polls).toBeGreaterThan(6)
  vi.useRealTimers()
  await expect.poll(() => faults.length).toBeGreaterThan(3)
  process.off('unhandledRejection', told)
  // For the first stream that stayed silent; after it there are answers.
  expect(losses).toBe(1)
})

test('the pointer is no state, and does not keep a stream alive', async () => {
  Stream.last.say(1)
  for (let at = 0; at < 43; at++) {
    await pass(1)
    Stream.opened[0]?.point(JSON.stringify({ at }))
  }
  Stream.opened[0]?.point('no JSON')
  expect(points.length).toBe(43)
  expect(points[0]).toEqual({ at: 0 })
  expect(heard.slice(0, 2)).toEqual([1, 'lost'])
  expect(heard.lastIndexOf(1)).toBe(0)
})

test('who has to lead other windows listens behind them too', async () => {
  look('hidden')
  const ends = listen({
    hear: ({ seq }) => heard.push(seq),
    point: () => undefined,
    lose: () => undefined,
    evenHidden: true,
  })
  Stream.last.say(4)
  page.dispatchEvent(new Event('visibilitychange'))
  expect(Stream.last.readyState).not.toBe(Stream.CLOSED)
  expect(heard.at(-1)).toBe(4)
  ends()
  expect(Stream.last.readyState).toBe(Stream.CLOSED)
})
