import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Presentation } from '../../../../src/model/talk/relay-protocol.ts'
import { livePointer } from '../../../../src/relay/pointer/live-pointer.ts'
import { memoryRegister } from '../../../../src/relay/state/register.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const shown: Presentation = {
  ...{ epoch: 1, seq: 1, lease: 3 },
  ...{ slide: 'one', step: 0, screen: 'slide' },
}

/** Two relays that share a presentation, and what each has sent to its viewers. */
function twoRelays() {
  const presentation = memoryRegister<Presentation>()
  const relays: {
    take: ReturnType<typeof livePointer>
    sent: unknown[]
    hear(value: unknown): void
  }[] = []
  let told = 0
  for (const other of [1, 0]) {
    let listener: (value: unknown) => void = () => undefined
    const sent: unknown[] = []
    const passing = {
      tell: (value: unknown) => {
        told++
        relays[other]?.hear(JSON.parse(JSON.stringify(value)))
      },
      hear: (listen: typeof listener) => {
        listener = listen
      },
    }
    const take = livePointer(
      { presentation, passing },
      { point: (data) => sent.push(JSON.parse(data)) },
    )
    relays.push({ take, sent, hear: (value) => listener(value) })
  }
  const [one, other] = relays
  if (!one || !other) throw new Error('no relays')
  const show = (change: Partial<Presentation>) =>
    presentation.change((now) => ({ ...(now ?? shown), ...change }))
  return { one, other, show, told: () => told }
}

const at = [10, 20] as const
const post = { slide: 'one', at, lease: 3 }

test('viewers of every relay are sent where the presenter points, without the lease', async () => {
  const { one, other, show } = twoRelays()
  await show({})
  expect(one.take(post)).toBe(true)
  await vi.advanceTimersByTimeAsync(60)
  expect(one.take({ slide: 'one', lease: 3 })).toBe(true)
  for (const { sent } of [one, other]) {
    expect(sent).toEqual([{ slide: 'one', at: [10, 20] }, { slide: 'one' }])
  }
})

test('of a flood, the newest is sent on, twenty times a second', async () => {
  const { one, other, show, told } = twoRelays()
  await show({})
  for (let x = 0; x < 1000; x++) {
    expect(one.take({ ...post, at: [x, 1] })).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
  }
  await vi.advanceTimersByTimeAsync(50)
  expect(told()).toBeLessThanOrEqual(22)
  expect(other.sent.length).toBe(told())
  expect(other.sent.at(-1)).toEqual({ slide: 'one', at: [999, 1] })
})

test('only whoever presents can point, and only at what viewers see', async () => {
  const { one, other, show } = twoRelays()
  expect(one.take(post)).toBe(false)
  await show({})
  for (const lease of [1, 2, 4, 2 ** 40]) expect(one.take({ ...post, lease })).toBe(false)
  expect(one.take({ ...post, slide: 'two' })).toBe(true)
  await show({ screen: 'black' })
  expect(one.take(post)).toBe(true)
  await vi.advanceTimersByTimeAsync(100)
  expect([one.sent, other.sent]).toEqual([[], []])
})

test('what another relay, or something else, tells is checked like a post', async () => {
  const { other, show } = twoRelays()
  await show({})
  for (const value of [
    undefined,
    'x',
    { slide: 'one', at },
    { ...post, lease: 2 },
    { ...post, slide: 'two' },
    { ...post, at: [1281, 0] },
    { ...post, more: 1 },
  ])
    other.hear(value)
  expect(other.sent).toEqual([])
  other.hear(post)
  expect(other.sent).toEqual([{ slide: 'one', at: [10, 20] }])
})
