import { describe, expect, test } from 'vitest'
import { neighbourOf } from '../../../../../src/client/deck/later/overview.ts'

describe('an arrow key', () => {
  /** Three columns of 3, 1 and 2 boxes, and a box below the second, after a gap. */
  const places = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 0],
    [2, 1],
    [1, 3],
  ] as const
  const boxes = places.map(([column, row]) => ({
    left: column * 200,
    right: column * 200 + 180,
    top: row * 110,
    bottom: row * 110 + 100,
  }))

  test.for([
    [0, 'ArrowDown', 1],
    [2, 'ArrowDown', undefined],
    [3, 'ArrowDown', 6],
    [6, 'ArrowUp', 3],
    [0, 'ArrowUp', undefined],
    [1, 'ArrowRight', 3],
    [3, 'ArrowRight', 4],
    [5, 'ArrowRight', undefined],
    [5, 'ArrowLeft', 3],
    [6, 'ArrowLeft', 2],
    [0, 'ArrowLeft', undefined],
  ] as const)('from box %i, %s leads to %s', ([from, direction, to]) => {
    expect(neighbourOf(boxes, from, direction)).toBe(to)
  })

  test('leads nowhere from no box', () => {
    expect(neighbourOf(boxes, -1, 'ArrowDown')).toBeUndefined()
  })
})
