import { describe, expect, test } from 'vitest'
import type { RunningOrder } from '../../../../src/model/deck/running-order.ts'
import { clock, inWords, remaining, timeOfDay } from '../../../../src/model/talk/duration.ts'
import {
  account,
  freshTalk,
  hasBegun,
  longestGap,
  paceOf,
  pause,
  reset,
  run,
  settle,
  talkIn,
} from '../../../../src/model/talk/talk.ts'
import { runningOrder } from '../../../support/running-order.ts'

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
    const again = reset(talk)
    expect(again).toEqual({ ...freshTalk, before: { one: 5000 } })
    expect(reset(again).before).toEqual({ one: 5000 })
  })
})

describe('the pace', () => {
  const spent = { ...freshTalk, spent: { cover: 2 * minute, one: minute, two: 5 * minute } }

  test('compares the whole, the part and the rest with the plan', () => {
    expect(paceOf(runningOrder, spent, 'two', 0)).toEqual({
      spent: 8 * minute,
      planned: 11 * minute,
      left: 3 * minute,
      part: { name: 'First', planned: 5 * minute, left: -minute },
      rest: 5 * minute,
      questions: { planned: 0, left: 0 },
    })
  })

  test('adds what is left of the current slide to the rest', () => {
    expect(paceOf(runningOrder, spent, 'one', 0).rest).toBe(minute + 8 * minute)
  })

  test('gives questions the time of the last slide beyond its own, and the talk the rest', () => {
    const asking = { ...freshTalk, spent: { cover: 2 * minute, end: 4 * minute } }
    expect(paceOf(runningOrder, asking, 'end', 5 * minute)).toMatchObject({
      spent: 6 * minute,
      left: 8 * minute,
      rest: 0,
      questions: { planned: 5 * minute, left: 2 * minute },
    })
    expect(paceOf(runningOrder, asking, 'end', minute).questions.left).toBe(-2 * minute)
    // Where none are planned, the last slide takes too long.
    expect(paceOf(runningOrder, asking, 'end', 0).left).toBe(5 * minute)
  })

  test('has no part outside the parts', () => {
    expect(paceOf(runningOrder, spent, 'end', 0)).not.toHaveProperty('part')
  })

  test('is right after slides are hidden', () => {
    // The third slide is hidden; the time spent on it still counts.
    const [first, second, , ...others] = runningOrder
    const shown: RunningOrder = [first, second as RunningOrder[number], ...others]
    expect(paceOf(shown, spent, 'one', 0)).toEqual({
      spent: 8 * minute,
      planned: 8 * minute,
      left: 0,
      part: { name: 'First', planned: 2 * minute, left: minute },
      rest: minute + 5 * minute,
      questions: { planned: 0, left: 0 },
    })
  })
})

describe('a stored talk', () => {
  test('is parsed back as it was', () => {
    const talk = account(run(freshTalk, start), 'one', start + 5000)
    expect(talkIn(JSON.parse(JSON.stringify(talk)))).toEqual(talk)
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
