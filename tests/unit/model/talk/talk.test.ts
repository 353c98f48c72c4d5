import { describe, expect, test } from 'vitest'
import { clock, inWords, remaining, timeOfDay } from '../../../../src/model/talk/duration.ts'
import {
  account,
  freshTalk,
  hasBegun,
  longestGap,
  pause,
  reset,
  run,
  setLimit,
  settle,
  talkIn,
} from '../../../../src/model/talk/talk.ts'

const minute = 60_000
const start = 1_000_000

describe('the clock of a talk', () => {
  test('counts for the slide that is shown, and only while it runs', () => {
    let talk = run(freshTalk, start)
    talk = account(talk, 'one', start + 30_000)
    talk = pause(talk, 'two', start + 50_000)
    talk = account(talk, 'two', start + 90_000)
    talk = run(talk, start + 100_000)
    talk = account(talk, 'one', start + 101_000)
    expect(talk.spent).toEqual({ one: 31_000, two: 20_000 })
  })

  test('has begun once it runs or has counted anything', () => {
    expect(hasBegun(freshTalk)).toBe(false)
    expect(hasBegun(run(freshTalk, start))).toBe(true)
    expect(hasBegun(pause(account(run(freshTalk, 0), 'one', 5), 'one', 5))).toBe(true)
  })

  test('counts the time of a crash or a reload', () => {
    const talk = account(run(freshTalk, start), 'one', start + longestGap)
    expect(talk).toMatchObject({ spent: { one: longestGap }, skipped: 0 })
  })

  test('leaves out a long sleep, says so, and can still add it', () => {
    const talk = account(run(freshTalk, start), 'one', start + 42 * minute)
    expect(talk).toMatchObject({ spent: {}, skipped: 42 * minute, running: true })
    expect(settle(talk, 'one', true)).toMatchObject({ spent: { one: 42 * minute }, skipped: 0 })
    expect(settle(talk, 'one', false)).toMatchObject({ spent: {}, skipped: 0 })
  })

  test('goes on from the new time if the machine’s clock is set back', () => {
    let talk = account(run(freshTalk, start), 'one', start - 60 * minute)
    talk = account(talk, 'one', start - 60 * minute + 5000)
    expect(talk.spent).toEqual({ one: 5000 })
  })

  test('keeps the previous times on reset, unless nothing was spent', () => {
    const talk = account(run(freshTalk, start), 'one', start + 5000)
    const again = reset(talk, start)
    expect(again).toEqual({ ...freshTalk, before: { one: 5000 } })
    expect(reset(again, start).before).toEqual({ one: 5000 })
  })

  test('keeps the speaker’s own time on reset, unless it has passed', () => {
    const limits = [{ minutes: 20 }, { until: start + 1 }, { until: start }, undefined]
    expect(limits.map((limit) => reset(setLimit(freshTalk, limit), start).limit)).toEqual([
      { minutes: 20 },
      { until: start + 1 },
      undefined,
      undefined,
    ])
    expect(setLimit(setLimit(freshTalk, { minutes: 20 }), undefined)).toEqual(freshTalk)
  })
})

describe('a stored talk', () => {
  test('is parsed back as it was', () => {
    const talk = account(run(freshTalk, start), 'one', start + 5000)
    for (const limit of [undefined, { minutes: 12.5 }, { until: start }]) {
      const limited = setLimit(talk, limit)
      expect(talkIn(JSON.parse(JSON.stringify(limited)))).toEqual(limited)
    }
  })

  test.for([
    null,
    20,
    {},
    { minutes: 0 },
    { minutes: 301 },
    { minutes: '20' },
    { until: null },
    { until: 1e300 },
  ])('is parsed without an invalid limit: %j', (limit) => {
    expect(talkIn({ ...freshTalk, limit })).toEqual(freshTalk)
  })

  test.for([
    null,
    'x',
    {},
    { ...freshTalk, spent: [] },
    { ...freshTalk, spent: { one: 'long' } },
    { ...freshTalk, spent: { one: -1 } },
    { ...freshTalk, running: 'yes' },
    { ...freshTalk, at: Number.NaN },
    { ...freshTalk, skipped: -1 },
  ])('is undefined if invalid: %j', (value) => {
    expect(talkIn(value)).toBeUndefined()
  })
})

describe('a duration', () => {
  test.for([
    [0, '0:00'],
    [65_900, '1:05'],
    [3_760_000, '1:02:40'],
  ] as const)('of %i ms is shown as %s', ([time, text]) => {
    expect(clock(time)).toBe(text)
  })

  test.for([
    [40_000, false, '40 giây'],
    [125_000, false, '2 phút'],
    [90_000, true, '1,5 phút'],
    [570_000, true, '9,5 phút'],
    [630_000, true, '11 phút'],
  ] as const)('of %i ms is said as %s', ([time, fraction, text]) => {
    expect(inWords(time, fraction)).toBe(text)
  })

  test('that is left is a clock, and one that is over is in words', () => {
    expect(remaining(59_001)).toBe('1:00')
    expect(remaining(-400)).toBe('0:00')
    expect(remaining(-125_000)).toBe('Quá 2 phút')
    expect(remaining(-40_000)).toBe('Quá 40 giây')
  })

  test('since midnight is the time on a 24-hour clock', () => {
    expect(timeOfDay(new Date(2018, 4, 18, 8, 5))).toBe('08:05')
    expect(timeOfDay(new Date(2018, 4, 18, 14, 30))).toBe('14:30')
  })
})
