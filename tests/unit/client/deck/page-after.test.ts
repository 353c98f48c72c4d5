import { expect, test } from 'vitest'
import { pageAfter } from '../../../../src/client/deck/first/page-after.ts'

test.for([
  [[], [0, 0]],
  [['next'], [1, 0]],
  [
    ['next', 'next', 'next'],
    [1, 2],
  ],
  [
    ['next', 'next', 'next', 'next', 'next'],
    [2, 0],
  ],
  [
    ['next', 'next', 'next', 'next', 'previous'],
    [1, 2],
  ],
  [['previous'], [0, 0]],
  [
    [undefined, 'next'],
    [1, 0],
  ],
] as const)('%j leads to slide and step %j', ([commands, [slide, step]]) => {
  expect(pageAfter(commands, [0, 2, 0])).toEqual({ slide, step })
})
