import { describe, expect, test } from 'vitest'
import { kept } from '../../../../src/model/version/own-text.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { fileOf, isSame, readFile } from '../../../../src/model/version/version-file.ts'
import { runningOrder } from '../../../support/running-order.ts'

const read = (text: string) => readFile(text, 'deck', runningOrder)
const file = (fields: object) =>
  JSON.stringify({ kind: 'bao-cao-vien/ban-rieng', form: 1, deck: 'deck', ...fields })
const readingOf = (fields: object) => {
  const reading = read(file(fields))
  if ('refused' in reading) throw new Error(reading.refused)
  return reading
}

const version: Version = {
  running: 'short',
  order: ['cover', 'two', 'rieng-1', 'one', 'three', 'end'],
  hidden: ['three'],
  shown: ['two'],
  notes: { one: 'Dòng một\nDòng hai', 'rieng-1': '<b>đậm</b> & "nháy"' },
  own: [{ id: 'rieng-1', title: 'Liên hệ xã A', points: ['Ý một', 'Ý hai'], minutes: 1.5 }],
  cover: { place: 'Hội trường', date: '25/5', speaker: 'Nguyễn Văn Á' },
  plan: { minutes: 12.5, seconds: { one: 45, 'rieng-1': 90 } },
}

describe('a version file', () => {
  test('is parsed back to what was written', () => {
    expect(read(fileOf('deck', version))).toEqual({ version, problems: [] })
    expect(read(`\ufeff${fileOf('deck', original)}`)).toEqual({ version: original, problems: [] })
  })

  test.for([
    ['', /bị hỏng/],
    ['{"kind":', /bị hỏng/],
    ['null', /không phải bản riêng/],
    ['[]', /không phải bản riêng/],
    ['"x"', /không phải bản riêng/],
    ['{"kind":"other"}', /không phải bản riêng/],
    [fileOf('deck', version).slice(0, 200), /thiếu phần cuối/],
    [fileOf('deck', version).slice(0, -3), /thiếu phần cuối/],
    [fileOf('deck', version).replace('"short",', '"short"'), /hỏng ở dòng 6/],
    [fileOf('deck', version) + fileOf('deck', version), /hỏng ở dòng \d\d/],
    [file({ form: 2 }), /mới hơn/],
    [file({ form: '1' }), /không rõ dạng/],
    [file({ form: 0 }), /không rõ dạng/],
    [file({ deck: 'next-month' }), /bộ trang chiếu khác/],
    [`"${'x'.repeat(10_000_000)}"`, /quá lớn \(10,0 MB\)/],
    ['['.repeat(200_000), /bị hỏng/],
  ] as const)('%$ is refused with a sentence', ([text, reason]) => {
    const reading = read(text)
    expect('refused' in reading && reading.refused).toMatch(reason)
  })

  test('that names slides of another deck loses only those, and says which', () => {
    const { version, problems } = readingOf({
      order: ['two', 'gone', 7],
      hidden: ['three', 'gone'],
      notes: { one: 'x', lost: 'y' },
    })
    expect(version).toEqual({ ...original, order: ['two'], hidden: ['three'], notes: { one: 'x' } })
    expect(problems).toEqual(['Trang không có trong bộ trang chiếu này, đã bỏ qua: gone, ?, lost.'])
  })

  test('keeps markup as text, and drops keys such as __proto__', () => {
    const { version } = read(
      `{"kind":"bao-cao-vien/ban-rieng","form":1,"deck":"deck","__proto__":{"x":1},"notes":{"__proto__":{"a":1},"constructor":"c","one":"<script>alert(1)</script>"}}`,
    ) as { version: Version }
    expect(version.notes).toEqual({ one: '<script>alert(1)</script>' })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test('loses invisible characters, lone surrogates and loose marks', () => {
    const { version } = readingOf({
      notes: { one: ' a\u202eb\ud800c\u0000d\u2066 tie\u0302\u0300n\r\nhai\u200f ' },
      cover: { place: 'Hội\n trường' },
    })
    expect(version.notes.one).toBe('abcd tiền\nhai')
    expect(version.cover.place).toBe('Hội trường')
  })

  test('in an old encoding loses that text, and the message says what to do', () => {
    const { version, problems } = readingOf({
      notes: { one: 'Céng hßa x· héi chñ nghÜa ViÖt Nam' },
    })
    expect(version.notes).toEqual({})
    expect(problems[0]).toContain('Chuyển sang Unicode rồi dán lại.')
  })

  test('of an earlier program plans nothing', () => {
    expect(readingOf({}).version.plan).toEqual({ seconds: {} })
  })

  test('with times that make no sense loses only those, and says which', () => {
    const { version, problems } = readingOf({
      plan: { minutes: 301, seconds: { one: 0, two: 45, three: '5', end: 1.5, gone: 5 } },
    })
    expect(version.plan).toEqual({ seconds: { two: 45 } })
    expect(problems).toEqual([
      'Thời lượng cả buổi phải từ 1 đến 300 phút, đã bỏ qua.',
      'Thời lượng của trang “One” phải từ 1 đến 18.000 giây, đã bỏ qua.',
      'Thời lượng của trang “Three” phải từ 1 đến 18.000 giây, đã bỏ qua.',
      'Thời lượng của trang “End” phải từ 1 đến 18.000 giây, đã bỏ qua.',
      'Trang không có trong bộ trang chiếu này, đã bỏ qua: gone.',
    ])
    expect(readingOf({ plan: { minutes: 20.2 } }).version.plan).toEqual({
      minutes: 20,
      seconds: {},
    })
  })

  test.for([
    [{ hiden: ['one'] }, 'Không hiểu mục “hiden”, đã bỏ qua.'],
    [{ running: 'middle' }, 'Độ dài không phải “full” hay “short”, đã lấy bản đầy đủ.'],
    [{ notes: ['one'] }, 'Ghi chú không đọc được, đã bỏ qua.'],
    [{ notes: null }, 'Ghi chú không đọc được, đã bỏ qua.'],
    [{ cover: 'A' }, 'Thông tin trên trang đầu không đọc được, đã bỏ qua.'],
    [{ plan: 20 }, 'Thời lượng không đọc được, đã bỏ qua.'],
    [{ plan: { seconds: [5] } }, 'Thời lượng từng trang không đọc được, đã bỏ qua.'],
  ] as const)(
    'with %j, as somebody may write it by hand, says what it ignores',
    ([fields, said]) => {
      expect(readingOf(fields)).toEqual({ version: original, problems: [said] })
    },
  )

  test('put together of two by hand loses none of their own slides', () => {
    const titles = ['Của xã A', 'Của xã B', 'Không mã', 'Mã trang có nguồn', 'Của xã C']
    const ids = ['rieng-1', 'rieng-1', undefined, 'three', 'rieng-2']
    const { version, problems } = readingOf({
      order: ['rieng-2', 'rieng-1'],
      own: ids.map((id, at) => ({ id, title: titles[at], points: [`Ý ${at}`] })),
    })
    const given = ['rieng-1', 'rieng-3', 'rieng-4', 'rieng-5', 'rieng-2']
    expect(version.own.toSorted((a, b) => given.indexOf(a.id) - given.indexOf(b.id))).toEqual(
      given.map((id, at) => ({ id, title: titles[at], points: [`Ý ${at}`], minutes: 1 })),
    )
    expect(version.order).toEqual(['rieng-2', 'rieng-1'])
    expect(problems).toEqual(
      [2, 3, 4].map(
        (at) => `Trang riêng thứ ${at} trùng mã hoặc sai mã, đã đặt mã mới và giữ nội dung.`,
      ),
    )
  })

  test('with too much text is cut, and the message says so', () => {
    const long = 'x'.repeat(50_000)
    const { version, problems } = readingOf({
      notes: { one: long },
      own: [{ id: 'rieng-1', title: long, points: Array(900).fill('ý'), minutes: 1e9 }, null],
      cover: { speaker: 7 },
    })
    expect(version.notes.one).toHaveLength(kept.note)
    expect(version.own).toEqual([
      { id: 'rieng-1', title: 'x'.repeat(kept.title), points: Array(100).fill('ý'), minutes: 1 },
    ])
    expect(version.cover.speaker).toBe('')
    expect(problems.length).toBeGreaterThan(5)
  })
})

test('two versions are the same if they change the same things', () => {
  expect(isSame(version, { ...version })).toBe(true)
  expect(isSame(version, original)).toBe(false)
})
