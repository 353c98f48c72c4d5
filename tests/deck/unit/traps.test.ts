import { expect, test } from 'vitest'
import { bodyTextOf, everything } from '../../support/text.ts'
import { traps } from './traps.ts'

test.for(traps)('nobody reads or hears %s: %s', ([trap]) => {
  for (const { where, text } of everything) {
    expect(text.match(trap)?.[0], where).toBeUndefined()
  }
})

test('the cyber-defence slide holds its title and what is missing, nothing else', () => {
  expect(bodyTextOf('chuyen-de')).toBe(
    'Chuyên đề Các đại biểu đã được nghe chuyên đề “Chiến tranh mạng và nhiệm vụ bảo vệ Tổ quốc trên không gian mạng của Việt Nam trong tình hình hiện nay” Bài không nêu người trình bày nội dung',
  )
})

test('the same words stand in trọng tâm 2 and in đột phá 2: neither is a duplicate', () => {
  expect(bodyTextOf('trong-tam-2')).toContain('kiểm soát chặt chẽ quyền lực')
  expect(bodyTextOf('dot-pha-2')).toContain('Kiểm soát chặt chẽ quyền lực')
})

test('the last slide says where everything comes from and that nobody issued it', () => {
  const text = bodyTextOf('nguon')
  for (const words of [
    'Kinhtedothi, tác giả Trần Long',
    'sáng 18/5/2018',
    'dừng ở dấu “…”',
    'Số thứ tự do người biên tập đánh',
    'không phải văn bản do cơ quan nào ban hành',
  ]) {
    expect(text).toContain(words)
  }
})
