import { describe, expect, test } from 'vitest'
import { overviewOf } from '../../../../src/model/deck/groups.ts'
import type { RunningOrder } from '../../../../src/model/deck/running-order.ts'

/** A running order of parts so long, with so many slides before and after them. */
function order(before: number, parts: readonly number[], after: number): RunningOrder {
  const slides = [
    ...Array.from({ length: before }, () => ''),
    ...parts.flatMap((length, at) => Array.from({ length }, () => `Part ${at + 1}`)),
    ...Array.from({ length: after }, () => ''),
  ].map((part, at) => ({ id: `s${at + 1}`, name: '', part, seconds: 60, steps: 0 }))
  const [first, ...rest] = slides
  if (!first) throw new Error('A deck has slides.')
  return [first, ...rest]
}

const seen = ({ groups, ...rest }: ReturnType<typeof overviewOf>) => ({
  ...rest,
  groups: groups.map(
    ({ kind, entries, column, span, row }) =>
      `${kind} ${entries.map(({ number }) => number).join(',')} at ${column}/${span} row ${row}`,
  ),
})

describe('the overview', () => {
  test('has a column for each part, cover and closing below the short ones', () => {
    expect(seen(overviewOf(order(1, [3, 1, 3, 2, 5, 4], 2)))).toEqual({
      columns: 6,
      rows: 5,
      groups: [
        'edge 1 at 1/1 row 1',
        'part 2,3,4 at 1/1 row 1',
        'part 5 at 2/1 row 1',
        'part 6,7,8 at 3/1 row 1',
        'part 9,10 at 4/1 row 1',
        'part 11,12,13,14,15 at 5/1 row 1',
        'part 16,17,18,19 at 6/1 row 1',
        'edge 20,21 at 2/2 row 1',
      ],
    })
  })

  test('looks for short columns that stand together', () => {
    const { groups } = seen(overviewOf(order(1, [3, 1, 1, 1, 3], 2)))
    expect(groups[0]).toBe('edge 1 at 2/1 row 1')
    expect(groups.at(-1)).toBe('edge 11,12 at 3/2 row 1')
  })

  test('gives cover and closing a row of their own where all columns are long', () => {
    const { groups, rows } = seen(overviewOf(order(1, [2, 2, 2], 2)))
    expect([groups[0], groups.at(-1), rows]).toEqual([
      'edge 1 at 1/1 row 2',
      'edge 8,9 at 2/2 row 2',
      3,
    ])
  })

  test('gives each a row of its own where they are more than there are columns', () => {
    const { groups, rows } = seen(overviewOf(order(3, [2, 2], 1)))
    expect([groups[0], groups.at(-1), rows]).toEqual([
      'edge 1,2,3 at 1/2 row 2',
      'edge 8 at 1/2 row 3',
      4,
    ])
  })

  test.for([
    ['one part', [5]],
    ['nine parts', [1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['a part of a thousand slides', [1000, 1]],
    ['no part', []],
  ] as const)('has no columns for %s', ([, parts]) => {
    expect(overviewOf(order(1, parts, 1)).columns).toBe(0)
  })

  test('has every slide once, in running order', () => {
    const { groups } = overviewOf(order(2, [3, 1], 4))
    expect(groups.flatMap(({ entries }) => entries.map(({ slide }) => slide.id))).toEqual(
      Array.from({ length: 10 }, (_, at) => `s${at + 1}`),
    )
  })
})
