import { expect, test } from 'vitest'
import { rehearsedSeconds } from '../../../../src/model/timing/rehearsal.ts'
import { runningOrder } from '../../../support/running-order.ts'

const spent = {
  cover: 57_400,
  one: 2000,
  two: 1999,
  three: 1_000_000_000,
  end: 100_000,
  gone: 9000,
}

test('a rehearsal plans what its slides took, to five seconds and never none', () => {
  expect(rehearsedSeconds(runningOrder, spent, { questions: 0 })).toEqual({
    cover: 55,
    one: 5,
    // Not more than a version may plan.
    three: 18_000,
    end: 100,
  })
})

test('a rehearsal leaves out the questions after the last slide', () => {
  expect(rehearsedSeconds(runningOrder, { end: 100_000 }, { questions: 240_000 })).toEqual({
    end: 60,
  })
  expect(rehearsedSeconds(runningOrder, {}, { questions: 240_000 })).toEqual({})
})
