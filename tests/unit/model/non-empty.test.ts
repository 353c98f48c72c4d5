import { expect, expectTypeOf, test } from 'vitest'
import { type NonEmpty, nonEmpty } from '../../../src/model/non-empty.ts'

test('a list with an element keeps all of them, and its first is known to be there', () => {
  const list: readonly number[] = [0, 1]
  expect(nonEmpty(list)).toEqual([0, 1])
  expectTypeOf(nonEmpty(list)).toEqualTypeOf<NonEmpty<number>>()
  expectTypeOf(nonEmpty(list)[0]).toEqualTypeOf<number>()
})

test('an empty list is refused', () => {
  expect(() => nonEmpty([])).toThrow('Empty list.')
})
