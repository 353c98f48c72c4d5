import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { healthRoute } from '../../../src/relay/routes/health.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('a delay of the server is told for a minute or two, not for good', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const live = { viewers: { count: 1, dropped: 0 }, state: () => ({ seq: 1 }), silent: () => 0 }
  const relayState = { isCutOff: () => false, disk: { refusals: 0, owes: false } }
  const counts = { published: 0, refused: 0, full: 0 }
  const { health, stopMeasuring } = healthRoute(live as never, relayState as never, counts)
  const lag = () => {
    let told = ''
    const end = (text: string) => {
      told = text
    }
    health({} as never, { writeHead: () => ({ end }) } as never)
    return JSON.parse(told).lag
  }
  const block = async () => {
    for (let until = performance.now() + 200; performance.now() < until; );
    await wait(20)
  }
  // It measures from the second time on, each 50 ms.
  await wait(110)
  await block()
  expect(lag()).toBeGreaterThan(100)
  vi.advanceTimersByTime(60_000)
  expect(lag()).toBeGreaterThan(100)
  vi.advanceTimersByTime(60_000)
  expect(lag()).toBeLessThan(100)
  stopMeasuring()
  expect(vi.getTimerCount()).toBe(0)
})
