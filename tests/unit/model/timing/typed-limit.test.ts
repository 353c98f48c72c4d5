import { describe, expect, test } from 'vitest'
import { minutesLimit, untilLimit } from '../../../../src/model/timing/typed-limit.ts'

const at = (hours: number, minutes: number, day = 18) =>
  new Date(2018, 4, day, hours, minutes).getTime()

describe('a number of minutes', () => {
  test.for([
    ['20', 20],
    [' 20 phút ', 20],
    ['20p', 20],
    ['20’', 20],
    ['12,5', 12.5],
    ['1', 1],
    ['300', 300],
  ] as const)('is read from «%s»', ([text, minutes]) => {
    expect(minutesLimit(text)).toEqual({ limit: { minutes } })
  })

  test.for(['', '0', '0,5', '301', '600', 'hai mươi', '-5', '20:30', '9h', '1e2', '20 giờ'])(
    'is refused with what to type: «%s»',
    (text) => {
      expect(minutesLimit(text)).toEqual({ refused: 'Nhập số phút từ 1 đến 300, ví dụ 20.' })
    },
  )
})

describe('a moment by which to end', () => {
  test('is later on the same day', () => {
    expect(untilLimit('9h30', at(9, 0))).toEqual({ limit: { until: at(9, 30) } })
    expect(untilLimit('930', at(9, 29))).toEqual({ limit: { until: at(9, 30) } })
  })

  test.for([
    ['sớm', at(9, 0), 'Nhập giờ và phút, ví dụ 9:30 hoặc 14h15.'],
    ['20', at(9, 0), 'Nhập giờ và phút, ví dụ 9:30 hoặc 14h15.'],
    ['9:30', at(9, 42), '09:30 đã qua: bây giờ là 09:42.'],
    ['9:30', at(9, 30), '09:30 đã qua: bây giờ là 09:30.'],
    ['3h', at(14, 5), '03:00 đã qua: bây giờ là 14:05. Nếu là buổi chiều, nhập 15:00.'],
    ['0:15', at(23, 50), '00:15 là sang ngày mai. Nhập số phút thay cho giờ.'],
    ['9:30', at(9, 29) + 30_000, 'Đến 09:30 còn chưa đầy 1 phút.'],
    ['16:00', at(9, 0), 'Từ bây giờ (09:00) đến 16:00 còn hơn 300 phút.'],
  ] as const)('is refused where it makes no sense: «%s»', ([text, now, refused]) => {
    expect(untilLimit(text, now)).toEqual({ refused })
  })
})
