import { expect, test } from 'vitest'
import { railOf } from '../../../../src/model/deck/rail.ts'
import type { RunningOrder } from '../../../../src/model/deck/running-order.ts'
import { runningOrder } from '../../../support/running-order.ts'

/** The state of each bar, from left to right. */
const statesAt = (index: number) => barsAt(index).map(({ state }) => state)

const barsAt = (index: number, slides = runningOrder) =>
  Object.entries(railOf(slides, index).bars)
    .flatMap(([state, path]) =>
      [...path.matchAll(/M([\d.]+) .8h([\d.]+)/g)].map(([, x, width]) => ({
        state,
        x: Number(x),
        width: Number(width),
      })),
    )
    .sort((a, b) => a.x - b.x)

test('before the first part everything is ahead, after the last everything is done', () => {
  expect(railOf(runningOrder, 0)).toMatchObject({ label: 'Trước phần 1', now: -1 })
  expect(statesAt(0)).toEqual(['ahead', 'ahead'])
  expect(railOf(runningOrder, 4)).toMatchObject({ label: 'Sau phần cuối', now: 2 })
  expect(statesAt(4)).toEqual(['done', 'done'])
})

test('the current part is split into its slides', () => {
  const { label, now, names } = railOf(runningOrder, 2)
  const pieces = barsAt(2)
  expect({ label, now, names }).toEqual({
    label: 'Phần 1 trên 2: First, trang 2 trên 2',
    now: 0,
    names: ['First', 'Second'],
  })
  expect(statesAt(2)).toEqual(['done', 'now', 'ahead'])
  // The first two share the width of the third, minus the gap between them.
  const [one, two, three] = pieces.map(({ width }) => width)
  expect((one ?? 0) + (two ?? 0)).toBeCloseTo((three ?? 0) - 0.469, 1)
  const last = pieces.at(-1)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(100, 1)
})

test('a part with one slide has no page count', () => {
  expect(railOf(runningOrder, 3).label).toBe('Phần 2 trên 2: Second')
})

test('a part with very many slides has fewer pieces than slides', () => {
  const info = { name: '', part: 'Long', seconds: 60, steps: 0 }
  const [first, ...rest] = Array.from({ length: 101 }, (_, at) => ({ ...info, id: `s${at}` }))
  const long = [{ ...info, ...first, id: 's0', part: '' }, ...rest] as RunningOrder
  expect(railOf(long, 50).label).toBe('Phần 1 trên 1: Long, trang 50 trên 100')
  const states = barsAt(50, long).map(({ state }) => state)
  expect(states).toHaveLength(20)
  expect(states.indexOf('now')).toBe(9)
  expect(barsAt(100, long).at(-1)?.state).toBe('now')
})

test('a slide added after the cover is before the first part', () => {
  const own = { id: 'rieng-1', name: 'Own', part: '', seconds: 60, steps: 0 }
  const [cover, ...rest] = runningOrder
  expect(railOf([cover, own, ...rest], 1)).toMatchObject({ label: 'Trước phần 1', now: -1 })
})
