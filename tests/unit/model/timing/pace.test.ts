import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../../../src/model/apportion.ts'
import type { RunningOrder } from '../../../../src/model/deck/running-order.ts'
import { account, freshTalk, run, setLimit, total } from '../../../../src/model/talk/talk.ts'
import { inWholeSeconds, paceOf, planOf, warningOf } from '../../../../src/model/timing/pace.ts'
import { runningOrder } from '../../../support/running-order.ts'

const minute = 60_000
const start = 1_000_000

describe('the pace', () => {
  const spent = { ...freshTalk, spent: { cover: 2 * minute, one: minute, two: 5 * minute } }

  test('compares the whole, the part and the rest with the plan', () => {
    expect(paceOf(runningOrder, spent, 'two', { questions: 0 })).toEqual({
      spent: 8 * minute,
      planned: 11 * minute,
      left: 3 * minute,
      part: { name: 'First', planned: 5 * minute, left: -minute },
      rest: 5 * minute,
      questions: { planned: 0, left: 0 },
    })
  })

  test('adds what is left of the current slide to the rest', () => {
    expect(paceOf(runningOrder, spent, 'one', { questions: 0 }).rest).toBe(minute + 8 * minute)
  })

  test('gives questions the time of the last slide beyond its own, and the talk the rest', () => {
    const asking = { ...freshTalk, spent: { cover: 2 * minute, end: 4 * minute } }
    expect(paceOf(runningOrder, asking, 'end', { questions: 5 * minute })).toMatchObject({
      spent: 6 * minute,
      left: 8 * minute,
      rest: 0,
      questions: { planned: 5 * minute, left: 2 * minute },
    })
    expect(paceOf(runningOrder, asking, 'end', { questions: minute }).questions.left).toBe(
      -2 * minute,
    )
    // Where none are planned, the last slide takes too long.
    expect(paceOf(runningOrder, asking, 'end', { questions: 0 }).left).toBe(5 * minute)
  })

  test('has no part outside the parts', () => {
    expect(paceOf(runningOrder, spent, 'end', { questions: 0 })).not.toHaveProperty('part')
  })

  test('is right after slides are hidden', () => {
    // The third slide is hidden; the time spent on it still counts.
    const [first, second, , ...others] = runningOrder
    const shown: RunningOrder = [first, second as RunningOrder[number], ...others]
    expect(paceOf(shown, spent, 'one', { questions: 0 })).toEqual({
      spent: 8 * minute,
      planned: 8 * minute,
      left: 0,
      part: { name: 'First', planned: 2 * minute, left: minute },
      rest: minute + 5 * minute,
      questions: { planned: 0, left: 0 },
    })
  })
})

describe('the speaker’s own time', () => {
  const asked = { questions: 4 * minute }
  /** The plan is 11 minutes and 4 for questions; the speaker has half as much again. */
  const limited = setLimit(freshTalk, { minutes: 22.5 })

  test('scales the whole plan, and every part and the questions keep their share', () => {
    expect(planOf(runningOrder, limited, asked)).toEqual({
      slides: {
        cover: 1.5 * minute,
        one: 3 * minute,
        two: 4.5 * minute,
        three: 6 * minute,
        end: 1.5 * minute,
      },
      questions: 6 * minute,
      limit: 22.5 * minute,
    })
    const talk = { ...limited, spent: { cover: 2 * minute, one: minute, two: 5 * minute } }
    expect(paceOf(runningOrder, talk, 'two', asked)).toEqual({
      spent: 8 * minute,
      planned: 16.5 * minute,
      left: 8.5 * minute,
      limit: { planned: 22.5 * minute, left: 14.5 * minute },
      part: { name: 'First', planned: 7.5 * minute, left: 1.5 * minute },
      rest: 7.5 * minute,
      questions: { planned: 6 * minute, left: 6 * minute },
    })
  })

  test('that ends at a moment is what is left until then, whenever the clock was started', () => {
    const until = start + 10 * minute
    const left = (talk: typeof freshTalk, now: number) =>
      paceOf(runningOrder, account(talk, 'one', now), 'one', asked).limit?.left
    const waiting = setLimit(freshTalk, { until })
    expect(left(waiting, start)).toBe(10 * minute)
    expect(left(waiting, start + 3 * minute)).toBe(7 * minute)
    const late = run(waiting, start + 3 * minute)
    expect(left(late, start + 4 * minute)).toBe(6 * minute)
    const paused = { ...account(late, 'one', start + 4 * minute), running: false }
    expect(left(paused, start + 9 * minute)).toBe(minute)
    expect(left(paused, start + 12 * minute)).toBe(-2 * minute)
    // One that never began is late too.
    expect(left(waiting, start + 12 * minute)).toBe(-2 * minute)
  })

  test('is shared out to the millisecond, each share within one of its due', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 3_600_000 }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 300 * minute }), (weights, whole) => {
        const shares = apportion(weights, whole)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole)
        const sum = weights.reduce((sum, weight) => sum + weight, 0)
        for (const [at, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0)
          const due = sum > 0 ? ((weights[at] ?? 0) * whole) / sum : whole / weights.length
          expect(Math.abs(share - due)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('is shared out whole, whatever was spent and when', () => {
    const limit = fc.oneof(
      fc.record({ minutes: fc.integer({ min: 1, max: 300 }) }),
      fc.record({ until: fc.integer({ min: 0, max: 300 * minute }) }),
    )
    const time = fc.integer({ min: 0, max: 60 * minute })
    fc.assert(
      fc.property(limit, time, time, time, (limit, spent, at, questions) => {
        const talk = { ...freshTalk, spent: { one: spent }, at, limit }
        const plan = planOf(runningOrder, talk, { questions })
        const whole = Math.max(plan.limit ?? Number.NaN, 0)
        expect(total(plan.slides) + plan.questions).toBe(whole)
        const seconds = inWholeSeconds(plan)
        const shown = [...Object.values(seconds.slides), seconds.questions]
        expect(shown.filter((time) => time % 1000 > 0)).toEqual([])
        expect(total(seconds.slides) + seconds.questions).toBe(Math.floor(whole / 1000) * 1000)
      }),
    )
  })

  test('may be that of the private version, which has scaled the plan itself', () => {
    const pace = paceOf(runningOrder, freshTalk, 'one', { ...asked, isLimited: true })
    expect(pace.limit).toEqual({ planned: 15 * minute, left: 15 * minute })
    expect(paceOf(runningOrder, freshTalk, 'one', asked)).not.toHaveProperty('limit')
    expect(paceOf(runningOrder, limited, 'one', { ...asked, isLimited: true }).limit?.planned).toBe(
      22.5 * minute,
    )
  })

  test('warns in words from five minutes and from one minute before its end', () => {
    const warned = (spent: number) =>
      warningOf(paceOf(runningOrder, { ...limited, spent: { one: spent } }, 'one', asked))
    const end = 22.5 * minute
    expect(warned(end - 5 * minute - 1)).toBeUndefined()
    expect(warned(end - 5 * minute)).toEqual({ since: 5, words: 'Còn 5 phút' })
    expect(warned(end - 1.5 * minute)).toEqual({ since: 5, words: 'Còn chưa đầy 2 phút' })
    expect(warned(end - minute)).toEqual({ since: 1, words: 'Còn 1 phút' })
    expect(warned(end)).toEqual({ since: 0, words: 'Hết giờ' })
    expect(warned(end + minute)).toEqual({ since: 0, words: 'Hết giờ' })
    // Who has set none is not warned.
    const over = { ...freshTalk, spent: { one: end } }
    expect(warningOf(paceOf(runningOrder, over, 'one', asked))).toBeUndefined()
  })
})
