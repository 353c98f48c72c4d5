import { expect, test } from 'vitest'
import { asRecord } from '../../../src/model/record.ts'

test('an object has its fields, and nothing else has any', () => {
  expect(asRecord({ a: 1 })).toEqual({ a: 1 })
  for (const value of [undefined, null, 0, 'text', ['a'], () => 1]) {
    expect(asRecord(value)).toEqual({})
  }
})
