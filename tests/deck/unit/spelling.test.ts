import { expect, test } from 'vitest'
import { everything } from '../../support/text.ts'

test.for(everything)('$where is written as the source writes', ({ text }) => {
  expect(text).toBe(text.normalize('NFC'))
  expect(text).not.toMatch(/[\u0300-\u036f]/)
  expect(text).not.toMatch(/\b(khóa|hóa|uỷ|Uỷ|xóa)\b/u)
  expect(text).not.toMatch(/["']/)
  expect(text).not.toMatch(/[«»\u00a0\u2011]/)
  expect(text).not.toMatch(/\.\.\./)
  expect(text).not.toMatch(/ [,.;:”]/)
})

test.for(everything)('$where expands “T.Ư” outside a verbatim quotation', ({ text }) => {
  expect(text.replace(/“[^”]*”/g, '')).not.toContain('T.Ư')
})

test.for(everything)('$where keeps the capitals of the source', ({ text }) => {
  expect(text).not.toMatch(/nhân dân|bộ chính trị|tổ quốc|quý II|Đầu Cầu|Điểm Cầu|Báo Cáo Viên/)
})

test.for(everything)('$where speaks Vietnamese', ({ text }) => {
  // Two keys are called so on every keyboard.
  expect(text.replace(/Page (Down|Up)/g, '')).not.toMatch(
    /\b(slide|slides|next|previous|fullscreen|notes|page|menu|click)\b/i,
  )
})
