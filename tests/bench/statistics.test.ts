import { expect, test } from 'vitest'
import { deck } from '#deck'
import { slidesOf } from '../../src/model/deck/deck.ts'
import { judge } from './goals.ts'
import { grown } from './grow.ts'
import { sourcesAt } from './ours.ts'
import { planOf } from './plan.ts'
import { figuresTable } from './report.ts'
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

test('a goal is judged beside a rival whose figure is 0', () => {
  const verdictOf = (own: number) => {
    const results = new Results()
    results.add(21, 'blocking fast', 'ours', own)
    results.add(21, 'blocking fast', 'starter', 0)
    return judge(results, [21]).find(({ goal }) => goal.startsWith('mạng nhanh, luồng chính'))
  }
  expect(verdictOf(0)).toMatchObject({ figure: '0 : 0', met: true })
  expect(verdictOf(3)).toMatchObject({ figure: '3 : 0', met: false })
})

test('figures are compared with an earlier build of this deck where there is one', () => {
  const results = new Results()
  results.add(21, 'build', 'ours', 2)
  results.add(21, 'build', 'before', 4)
  const [, , row] = figuresTable(results, 21).split('\n')
  expect(row).toContain('2 ×0.50')
})

test('a commit to compare with must be one of this checkout', async () => {
  expect(planOf(['--against', 'HEAD~1'])?.against).toBe('HEAD~1')
  await expect(sourcesAt('khong-co-ban-nay')).rejects.toThrow('--against khong-co-ban-nay')
})

test.for([21, 160, 1000])('the real deck grows to %i slides, each with its own id', (total) => {
  const ids = slidesOf(grown(deck, total)).map(({ id }) => id)
  expect(ids.length).toBe(total)
  expect(new Set(ids).size).toBe(total)
})

test('a deck that is long enough stays as it is', () => {
  expect(grown(deck, slidesOf(deck).length)).toEqual(deck)
})
