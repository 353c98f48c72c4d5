import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RunningOrder } from '../../../../src/model/deck/running-order.ts'
import { freshTalk, setLimit } from '../../../../src/model/talk/talk.ts'
import { timesTable } from '../../../../src/model/timing/times-table.ts'
import { runningOrder } from '../../../support/running-order.ts'

const second = 1000
const spent = { cover: 50 * second, one: 130 * second, two: 200 * second, end: 100 * second }
const before = { cover: 70 * second, three: 300 * second }

describe('the times of a talk', () => {
  test('are those of its parts, planned beside spent, in this run and the one before', () => {
    const talk = { ...freshTalk, spent, before }
    expect(timesTable(runningOrder, talk, { questions: 0 })).toEqual({
      rows: [
        { name: 'Mở đầu', planned: 60, now: 50, before: 70 },
        { name: 'First', planned: 300, now: 330, before: 0 },
        { name: 'Second', planned: 240, now: 0, before: 300 },
        { name: 'Kết thúc', planned: 60, now: 100, before: 0 },
      ],
      sum: { name: 'Cả buổi', planned: 660, now: 480, before: 370 },
    })
  })

  test('have a row for questions, to which the last slide’s time beyond its own belongs', () => {
    const { rows, sum } = timesTable(
      runningOrder,
      { ...freshTalk, spent, before },
      { questions: 240 * second },
    )
    expect(rows.slice(-2)).toEqual([
      { name: 'Kết thúc', planned: 60, now: 60, before: 0 },
      { name: 'Hỏi đáp', planned: 240, now: 40, before: 0 },
    ])
    expect(sum.planned).toBe(900)
  })

  test('are planned as the speaker’s own time is shared out', () => {
    const talk = setLimit({ ...freshTalk, spent }, { minutes: 22 })
    const { rows, sum } = timesTable(runningOrder, talk, { questions: 0 })
    expect(rows.map(({ planned }) => planned)).toEqual([120, 600, 480, 120])
    expect(sum.planned).toBe(22 * 60)
  })

  test('have a row for slides that were shown and are hidden now', () => {
    const shown = runningOrder.filter(({ id }) => id !== 'two') as unknown as RunningOrder
    const { rows } = timesTable(shown, { ...freshTalk, spent }, { questions: 0 })
    expect(rows.at(-1)).toEqual({ name: 'Trang đã ẩn', planned: 0, now: 200, before: 0 })
  })

  test('add up as they are shown', () => {
    const time = fc.integer({ min: 0, max: 600 * second })
    const times = fc.dictionary(fc.constantFrom(...runningOrder.map(({ id }) => id), 'gone'), time)
    fc.assert(
      fc.property(times, times, time, (spent, before, questions) => {
        const { rows, sum } = timesTable(
          runningOrder,
          { ...freshTalk, spent, before },
          { questions },
        )
        for (const column of ['planned', 'now', 'before'] as const) {
          expect(rows.reduce((sum, row) => sum + row[column], 0)).toBe(sum[column])
        }
      }),
    )
  })
})
