import { expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { judge } from './goals.ts'
import { grown } from './grow.ts'
import { Results } from './results.ts'
import { median, quantile, short, spread, table } from './statistics.ts'

test('the median of an even number of values lies between the two middle ones', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('a quantile is interpolated between its neighbours', () => {
  expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48)
  expect(quantile([7], 0.95)).toBe(7)
  expect(() => quantile([], 0.5)).toThrow()
})

test('figures have about three digits', () => {
  expect([1234.5, 56.78, 0.891, 7].map(short)).toEqual(['1235', '56.8', '0.89', '7'])
})

test('a spread shows median, extremes and ratio', () => {
  expect(spread([12, 10, 14], [24])).toBe('12 (10–14) ×0.50')
  expect(spread([5, 5])).toBe('5')
  expect(spread([])).toBe('–')
})

test('a ratio to zero is not shown', () => {
  expect(spread([5], [0])).toBe('5')
})

test('the columns of a table line up', () => {
  expect(table(['đo', 'a'], [['tải', '12']])).toBe('| đo  |  a |\n| --- | -: |\n| tải | 12 |')
})

test('a goal is judged by medians against the better rival', () => {
  const results = new Results()
  for (const value of [1, 2, 90]) results.add(21, 'lcp slow', 'ours', value)
  results.add(21, 'lcp slow', 'starter', 5)
  results.add(21, 'lcp slow', 'marp', 4)
  const verdicts = judge(results, [21])
  expect(verdicts).toContainEqual({
    goal: 'mạng chậm, nét vẽ lớn nhất so với reveal.js viết tay: ≤ 0.7 ×',
    figure: '0.40 × (2 : 5)',
    met: true,
  })
  expect(verdicts).toContainEqual({ goal: 'tệp PDF, kB: ≤ 150' })
})

test.for([21, 160, 1000])('the real deck grows to %i slides, each with its own id', (total) => {
  const ids = slidesOf(grown(deck, total)).map(({ id }) => id)
  expect(ids.length).toBe(total)
  expect(new Set(ids).size).toBe(total)
})

test('a deck that is long enough stays as it is', () => {
  expect(grown(deck, slidesOf(deck).length)).toEqual(deck)
})
