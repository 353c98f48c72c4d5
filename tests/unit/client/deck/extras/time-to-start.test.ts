import { describe, expect, test } from 'vitest'
import { timeToStart } from '../../../../../src/client/deck/extras/time-to-start.ts'

const starts = new Date(2031, 9, 12, 8, 0).getTime()
const second = 1000
const minute = 60 * second

describe('the time to the start', () => {
  test.for([
    [3 * 60 * minute, 'còn 3 giờ'],
    [65 * minute, 'còn 1 giờ 5 phút'],
    [12 * minute, 'còn 12 phút'],
    [11 * minute + second, 'còn 12 phút'],
    [minute, 'còn 1 phút'],
    [59 * second, 'còn 59 giây'],
    [58 * second + 1, 'còn 59 giây'],
    [1, 'còn 1 giây'],
  ] as const)('is, %i ms before, «%s»', ([before, left]) => {
    expect(timeToStart(starts, starts - before)).toEqual({
      label: 'Bắt đầu lúc',
      time: '8:00',
      left,
    })
  })

  test('is over when it has come', () => {
    for (const after of [0, 5 * minute]) {
      expect(timeToStart(starts, starts + after)).toEqual({
        label: 'Sắp bắt đầu',
        time: '',
        left: '',
      })
    }
  })

  test('is left out where a clock goes wrong', () => {
    expect(timeToStart(starts, new Date(2001, 1, 1).getTime()).left).toBe('')
  })
})
