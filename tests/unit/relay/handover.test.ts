import { afterEach, expect, test, vi } from 'vitest'
import { handover } from '../../../src/relay/pairing/handover.ts'

afterEach(() => void vi.useRealTimers())

test('a handover is given once, for its own code, as people type it', () => {
  const hands = handover()
  expect(hands.take('')).toBeUndefined()
  hands.keep('ABCDE-23456', 'mine', 1000)
  expect(hands.take('ABCDE-23457')).toBeUndefined()
  expect(hands.take('abcde 23456')).toBe('mine')
  expect(hands.take('ABCDE-23456')).toBeUndefined()
})

test('a handover ends with the next one, and with its code', () => {
  vi.useFakeTimers()
  const hands = handover()
  hands.keep('ABCDE-23456', 'old', 1000)
  hands.keep('FGHJK-23456', 'new', 1000)
  expect(hands.take('ABCDE-23456')).toBeUndefined()
  vi.advanceTimersByTime(999)
  expect(hands.take('FGHJK-23456')).toBe('new')
  hands.keep('FGHJK-23456', 'late', 1000)
  vi.advanceTimersByTime(1001)
  expect(hands.take('FGHJK-23456')).toBeUndefined()
})
