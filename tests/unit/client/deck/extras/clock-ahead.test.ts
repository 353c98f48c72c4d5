import { afterEach, expect, test, vi } from 'vitest'
import { clockAhead } from '../../../../../src/client/deck/extras/clock-ahead.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const here = Date.UTC(2026, 4, 18, 1, 0, 0)

/** What is told where the relay answers that it is so late, in ms after this machine's time. */
async function toldBy(date: number | undefined): Promise<number> {
  vi.useFakeTimers({ now: here })
  const headers = new Headers(
    date === undefined ? {} : { Date: new Date(here + date).toUTCString() },
  )
  vi.stubGlobal('fetch', async () => ({ headers }))
  const telling = clockAhead()
  await vi.runAllTimersAsync()
  return telling
}

test.for([2 * 3_600_000, -7 * 3_600_000, 120_000])(
  'a clock that is %d ms slow is told so, to within seconds',
  async (ahead) => {
    expect(Math.abs((await toldBy(ahead)) - ahead)).toBeLessThan(5000)
  },
)

test.for([0, 4000, -9000])('a clock that is %d ms slow is left as it is', async (ahead) => {
  expect(await toldBy(ahead)).toBe(0)
})

test('a relay that does not tell, or does not answer, changes nothing', async () => {
  expect(await toldBy(undefined)).toBe(0)
  vi.useFakeTimers({ now: here })
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
  const telling = clockAhead()
  await vi.runAllTimersAsync()
  expect(await telling).toBe(0)
})
