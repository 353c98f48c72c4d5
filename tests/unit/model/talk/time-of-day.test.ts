import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeOfDay } from '../../../../src/model/talk/duration.ts'
import { minutesOfDayIn, nextMoment } from '../../../../src/model/talk/time-of-day.ts'

const at = (hours: number, minutes: number, day = 18) =>
  new Date(2018, 4, day, hours, minutes).getTime()

describe('a time of day', () => {
  test.for([
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['9H30', '09:30'],
    ['9g30', '09:30'],
    ['930', '09:30'],
    ['9 30', '09:30'],
    ['0930', '09:30'],
    ['1530', '15:30'],
    ['9h', '09:00'],
    ['9 h', '09:00'],
    [' 9 giờ ', '09:00'],
    ['9 giờ 05', '09:05'],
    ['9 giờ 30 phút', '09:30'],
    ['9h30’', '09:30'],
    ['9 giờ rưỡi'.normalize('NFD'), '09:30'],
    ['9h rưỡi sáng', '09:30'],
    ['12h trưa', '12:00'],
    ['1 giờ trưa', '13:00'],
    ['2h30 chiều', '14:30'],
    ['7 giờ tối', '19:00'],
    ['14h30 chiều', '14:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ] as const)('is read from «%s»', ([text, shown]) => {
    expect(timeOfDay(new Date(at(0, minutesOfDayIn(text) ?? Number.NaN)))).toBe(shown)
  })

  test.for([
    '',
    '9',
    '20',
    'chín giờ',
    '9:',
    '9.',
    '9:3',
    '9:60',
    '24:00',
    '9:30:00',
    '-9:30',
    '9:30 phút nữa',
    '12345',
    'giờ 30',
    '12:30pm',
  ])('is not read from «%s»', (text) => {
    expect(minutesOfDayIn(text)).toBeUndefined()
  })

  test('is the next such moment', () => {
    expect(nextMoment('9:30', at(9, 0))).toBe(at(9, 30))
    expect(nextMoment('9:30', at(9, 30))).toBe(at(9, 30, 19))
    expect(nextMoment('0:15', at(23, 50))).toBe(at(0, 15, 19))
    expect(nextMoment('9', at(9, 0))).toBeUndefined()
  })

  test('that is read lies within a day, and is the one that a clock then shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1e5 }), (of, by) => {
        const now = at(0, 0) + by * 60_000
        const text = timeOfDay(new Date(at(0, of)))
        const moment = nextMoment(text, now) ?? Number.NaN
        expect(moment).toBeGreaterThan(now)
        expect(moment - now).toBeLessThanOrEqual(25 * 3_600_000)
        expect(timeOfDay(new Date(moment))).toBe(text)
      }),
    )
  })
})
