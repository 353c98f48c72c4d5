import { expect, test } from 'vitest'
import { fieldsOf } from '../../../src/model/record.ts'

test('an object has its fields, and nothing else has any', () => {
  expect(fieldsOf({ a: 1 })).toEqual({ a: 1 })
  for (const value of [undefined, null, 0, 'text', ['a'], () => 1]) {
    expect(fieldsOf(value)).toEqual({})
  }
})
