import { expect, test } from 'vitest'
import { asRecord } from '../../../src/model/record.ts'

test('only objects have fields', () => {
  expect(asRecord({ a: 1 })).toEqual({ a: 1 })
  for (const value of [undefined, null, 0, 'text', ['a'], () => 1]) {
    expect(asRecord(value)).toEqual({})
  }
})
