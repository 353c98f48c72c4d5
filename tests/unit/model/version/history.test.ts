import { describe, expect, test } from 'vitest'
import { toggleSlide } from '../../../../src/model/version/edit-version.ts'
import {
  endTyping,
  goOn,
  type History,
  historyLimits,
  historyOf,
  readHistory,
  redo,
  storedHistory,
  undo,
  waysOf,
} from '../../../../src/model/version/history.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { runningOrder } from '../../../support/running-order.ts'

const noted = (text: string): Version => ({ ...original, notes: text ? { one: text } : {} })
const hidden = toggleSlide(runningOrder, original, 'one')
const ways = (history: History) => waysOf(runningOrder, history)
const stored = (history: History): unknown =>
  JSON.parse(JSON.stringify(storedHistory('deck', history)))
const read = (value: unknown, present: Version) => readHistory(value, 'deck', runningOrder, present)

describe('a history', () => {
  test('goes back and forth, and says what it would undo and redo', () => {
    const start = historyOf(original)
    expect(ways(start)).toEqual({})
    expect(undo(start)).toBe(start)
    expect(redo(start)).toBe(start)
    const one = goOn(start, hidden, { of: 'one' })
    const two = goOn(one, { ...hidden, running: 'short' })
    expect(ways(two)).toEqual({ undo: 'chọn bản rút gọn: bớt 3 trang' })
    const back = undo(two)
    expect(back.present).toEqual(hidden)
    expect(ways(back)).toEqual({
      undo: 'ẩn trang “One”',
      redo: 'chọn bản rút gọn: bớt 3 trang',
    })
    expect(redo(back)).toEqual(two)
    expect(ways(undo(back))).toEqual({ redo: 'ẩn trang “One”' })
    // Who edits after going back goes on from there.
    expect(ways(goOn(back, original, { origin: 'restored' }))).toEqual({ undo: 'trả về bản gốc' })
  })

  test('takes what is typed under one name as one step, until typing ends', () => {
    const typing = { typing: 'note one' }
    let history = goOn(historyOf(original), hidden)
    for (const text of ['N', 'Nó', 'Nói']) history = goOn(history, noted(text), typing)
    expect(history.past).toHaveLength(2)
    expect(undo(history).present).toEqual(hidden)
    const more = goOn(endTyping(history), noted('Nói chậm'), typing)
    expect(more.past).toHaveLength(3)
    expect(ways(more)).toEqual({ undo: 'sửa ghi chú trang “One”' })
    const other = goOn(history, { ...noted('Nói'), running: 'short' }, { typing: 'note two' })
    expect(other.past).toHaveLength(3)
    // What is typed and deleted again leaves no step.
    const gone = goOn(goOn(historyOf(original), noted('N'), typing), original, typing)
    expect(gone.past).toEqual([])
  })

  test('is no longer for an edit that changes nothing', () => {
    const history = goOn(historyOf(original), hidden)
    expect(goOn(history, hidden)).toEqual(history)
    const back = undo(history)
    expect(goOn(back, original)).toEqual(back)
  })

  test('forgets the oldest steps beyond its limits, in number and in size', () => {
    let history = historyOf(original)
    for (let step = 0; step < 120; step++) history = goOn(history, noted(`${step}`))
    expect(history.past).toHaveLength(historyLimits.steps)
    let large = historyOf(original)
    for (let step = 0; step < 5; step++) {
      large = goOn(large, noted(`${step}`.repeat(historyLimits.size / 4)))
    }
    expect(large.past.length).toBeLessThan(3)
    expect(large.past.length).toBeGreaterThan(0)
    // What was done last can always be undone.
    const huge = goOn(historyOf(original), noted('x'.repeat(historyLimits.size)))
    expect(huge.past).toHaveLength(1)
  })
})

describe('a stored history', () => {
  const history = undo(
    goOn(goOn(goOn(historyOf(original), hidden, { of: 'one' }), noted('a')), noted('b')),
  )

  test('is read as it was', () => {
    expect(read(stored(history), history.present)).toEqual(history)
    const typed = goOn(history, noted('c'), { typing: 'note one' })
    // Typing does not go on after a reload.
    expect(read(stored(typed), typed.present)).toEqual(endTyping(typed))
  })

  test('that missed a change has it as its last step', () => {
    const after = read(stored(history), { ...original, running: 'short' })
    expect(after.present).toEqual({ ...original, running: 'short' })
    expect(ways(after)).toEqual({
      undo: 'chọn bản rút gọn: bớt 3 trang; và 1 thay đổi khác (ở cửa sổ khác)',
    })
    const plan = { seconds: { one: 45 } }
    const rehearsed = read(stored(history), { ...history.present, plan })
    expect(ways(rehearsed)).toEqual({
      undo: 'đặt thời lượng từng trang theo buổi tập (ở cửa sổ khác)',
    })
    expect(undo(rehearsed).present).toEqual(history.present)
    expect(undo(after).present).toEqual(history.present)
    expect(undo(undo(after)).present).toEqual(hidden)
  })

  test('ends with the first step that is not as this program writes it', () => {
    const value = (past: readonly unknown[]) => ({ ...(stored(history) as object), past })
    const [first, second] = history.past
    const present = history.present
    for (const strange of [
      null,
      7,
      {},
      { from: { hidden: ['gone'] }, to: { hidden: [] } },
      { from: { notes: { one: 'x\u202e' } }, to: second?.to },
      // Does not lead to where the next step begins.
      { ...first, to: { hidden: ['two'] } },
    ]) {
      expect(read(value([first, strange, second]), present).past).toEqual([second])
      expect(read(value([strange]), present).past).toEqual([])
    }
    const named = { ...second, of: { toString: 1 }, origin: 'toString', more: 1 }
    expect(read(value([first, named]), present).past).toEqual([first, second])
    for (const strange of [undefined, 'x', { present: 1 }, { past: 1, future: {} }]) {
      expect(read(strange, present)).toEqual(historyOf(present))
    }
  })
})
