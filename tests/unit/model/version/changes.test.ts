import { describe, expect, test } from 'vitest'
import { changesBetween, withoutChanges } from '../../../../src/model/version/changes.ts'
import { changeRows, inOnePhrase } from '../../../../src/model/version/changes-in-words.ts'
import {
  addSlide,
  movePart,
  moveSlide,
  removeSlide,
  toggleSlide,
} from '../../../../src/model/version/edit-version.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { isSame } from '../../../../src/model/version/version-file.ts'
import { runningOrder } from '../../../support/running-order.ts'

const own = { id: 'rieng-1', title: 'Liên hệ huyện A', points: ['a'], minutes: 1 }
const version = (change: Partial<Version>): Version => ({ ...original, ...change })
const words = (to: Version, from = original, ...moved: string[]) =>
  changeRows(runningOrder, from, to, moved).map((row) => row.words)

describe('what a version changes, in words', () => {
  test('is nothing in the original, and nothing by what has no effect', () => {
    expect(words(original)).toEqual([])
    expect(words(version({ hidden: ['cover', 'end'], order: ['cover', 'one'] }))).toEqual([])
    expect(inOnePhrase([])).toBe('thay đổi vừa rồi')
  })

  test('is one row for all hidden slides, and for all notes of one kind', () => {
    expect(words(version({ hidden: ['two'] }))).toEqual(['ẩn trang “Two”'])
    expect(words(version({ hidden: ['two', 'one'], notes: { one: 'x', two: 'y' } }))).toEqual([
      'ẩn 2 trang: “One”, “Two”',
      'thêm ghi chú ở 2 trang: “One”, “Two”',
    ])
    const noted = version({ notes: { one: 'x', two: 'y', three: 'z' } })
    expect(words(version({ notes: { one: 'x!', three: 'z' } }), noted)).toEqual([
      'sửa ghi chú trang “One”',
      'xoá ghi chú trang “Two”',
    ])
  })

  test('names a few of many slides', () => {
    const many = runningOrder.map((info) => ({ ...info, part: '' }))
    const [cover] = runningOrder
    const long = [
      cover,
      ...Array.from({ length: 12 }, (_, at) => ({ ...cover, id: `s${at}`, name: `S${at}` })),
      ...many.slice(-1),
    ] as const
    const hidden = long.slice(1, -1).map((info) => info?.id ?? '')
    expect(changeRows(long, original, version({ hidden }))[0]?.words).toBe(
      'ẩn 12 trang: “S0”, “S1”, “S2”, “S3”, “S4”, “S5”, “S6”, “S7” và 4 trang khác',
    )
  })

  test('tells where a slide or a part went', () => {
    expect(words(moveSlide(runningOrder, original, 'two', -1), original, 'two')).toEqual([
      'chuyển trang “Two” lên trước trang “One”',
    ])
    expect(words(moveSlide(runningOrder, original, 'one', 1), original, 'one')).toEqual([
      'chuyển trang “One” xuống sau trang “Two”',
    ])
    expect(words(movePart(runningOrder, original, 'First', 1), original, 'First')).toEqual([
      'chuyển phần “First” xuống sau phần “Second”',
    ])
    expect(words(movePart(runningOrder, original, 'Second', -1), original, 'Second')).toEqual([
      'chuyển phần “Second” lên trước phần “First”',
    ])
  })

  test('follows a slide of one’s own through its life', () => {
    const { version: added, id } = addSlide(runningOrder, original, 'one')
    expect(words(added)).toEqual(['thêm trang “Liên hệ địa phương” sau trang “One”'])
    const edit = (change: Partial<typeof own>) =>
      version({ own: [{ ...own, ...change }], order: added.order })
    expect(words(edit({}), added)).toEqual(['sửa trang “Liên hệ huyện A”'])
    expect(words(edit({ title: 'B' }), edit({}))).toEqual([
      'đổi đầu đề trang “Liên hệ huyện A” thành “B”',
    ])
    expect(words(edit({ points: [] }), edit({}))).toEqual(['sửa các ý trang “Liên hệ huyện A”'])
    expect(words(edit({ minutes: 2.5 }), edit({}))).toEqual([
      'đặt thời lượng trang “Liên hệ huyện A”: 2,5 phút',
    ])
    expect(words(moveSlide(runningOrder, added, id, 1), added)).toEqual([
      'chuyển trang “Liên hệ địa phương” xuống sau trang “Two”',
    ])
    const noted = { ...added, notes: { [id]: 'x' }, hidden: [id] }
    expect(words(removeSlide(runningOrder, noted, id), noted)).toEqual([
      'xoá trang “Liên hệ địa phương”',
    ])
  })

  test('says the running order, and hides or shows in it as its button does', () => {
    const short = version({ running: 'short' })
    expect(words(short)).toEqual(['chọn bản rút gọn: bớt 3 trang'])
    expect(words(original, short)).toEqual(['chọn bản đầy đủ'])
    const kept = toggleSlide(runningOrder, short, 'two')
    expect(words(kept, short)).toEqual(['giữ trang “Two” trong bản rút gọn'])
    const hidden = toggleSlide(runningOrder, kept, 'two')
    expect(words(hidden, kept)).toEqual(['ẩn trang “Two”'])
    expect(words(toggleSlide(runningOrder, hidden, 'two'), hidden)).toEqual(['hiện trang “Two”'])
    expect(words(short, kept)).toEqual(['bỏ trang “Two” khỏi bản rút gọn'])
  })

  test('tells the fields of the cover', () => {
    const filled = version({ cover: { place: 'Hội trường A', date: '', speaker: 'Á' } })
    expect(words(filled)).toEqual([
      'điền nơi trình bày: “Hội trường A”',
      'điền tên báo cáo viên: “Á”',
    ])
    const other = version({ cover: { place: 'Hội trường B', date: '', speaker: '' } })
    expect(words(other, filled)).toEqual([
      'đổi nơi trình bày thành “Hội trường B”',
      'xoá tên báo cáo viên',
    ])
    expect(inOnePhrase(changeRows(runningOrder, original, filled))).toBe(
      'điền nơi trình bày: “Hội trường A”; và 1 thay đổi khác',
    )
  })

  test('tells the planned times', () => {
    const planned = version({ plan: { minutes: 12.5, seconds: { one: 45, two: 5 } } })
    expect(words(planned)).toEqual([
      'đặt thời lượng cả buổi: 12,5 phút',
      'đặt thời lượng từng trang theo buổi tập',
    ])
    expect(words(original, planned)).toEqual([
      'bỏ thời lượng cả buổi',
      'bỏ thời lượng theo buổi tập',
    ])
  })
})

test('an added slide that is taken back takes its note with it', () => {
  const { version: added, id } = addSlide(runningOrder, original, 'one')
  const noted = { ...added, notes: { [id]: 'x', one: 'y' }, hidden: [id, 'two'] }
  const taken = changesBetween(runningOrder, original, noted).filter(({ kind }) => kind === 'add')
  const left = withoutChanges(runningOrder, original, noted, taken)
  expect(isSame(left, version({ notes: { one: 'y' }, hidden: ['two'] }))).toBe(true)
})
