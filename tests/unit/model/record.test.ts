import { expect, expectTypeOf, test } from 'vitest'
import { asRecord, keysOf } from '../../../src/model/record.ts'

test('only objects have fields', () => {
  expect(asRecord({ a: 1 })).toEqual({ a: 1 })
  for (const value of [undefined, null, 0, 'text', ['a'], () => 1]) {
    expect(asRecord(value)).toEqual({})
  }
})

test('a table has the keys of its type', () => {
  const keys = keysOf({ one: 1, two: 2 })
  expect(keys).toEqual(['one', 'two'])
  expectTypeOf(keys).toEqualTypeOf<readonly ('one' | 'two')[]>()
})
