import { expect, test } from 'vitest'
import { nextRow } from '../../../../src/client/pointer/rows.ts'

const rows = [true, true, false, true].map((isShown) => ({ isShown }))

test('the spotlight begins at the row of the step, goes over what is shown, and ends past it', () => {
  expect(nextRow(rows, undefined, 1, 1)).toBe(1)
  expect(nextRow(rows, 0, 1, 1)).toBe(1)
  expect(nextRow(rows, 1, 1, 1)).toBe(3)
  expect(nextRow(rows, 3, 1, 1)).toBeUndefined()
  expect(nextRow(rows, 3, -1, 1)).toBe(1)
  expect(nextRow(rows, 0, -1, 1)).toBeUndefined()
})

test('without a row for the step it begins at the first that is shown; without any, not at all', () => {
  expect(nextRow(rows, undefined, 1, -1)).toBe(0)
  expect(nextRow(rows.slice(2), undefined, 1, 0)).toBe(1)
  expect(nextRow([], undefined, 1, 0)).toBeUndefined()
  expect(nextRow([{ isShown: false }], undefined, 1, 0)).toBeUndefined()
  // A row of another deck, or of none.
  expect(nextRow(rows, 99, 1, 0)).toBeUndefined()
})
