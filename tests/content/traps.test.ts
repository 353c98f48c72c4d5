import { expect, test } from 'vitest'
import { bodyTextOf, everything } from '../text.ts'

/** What the article does not support, as a pattern, and why it must not be said. */
const traps: readonly [RegExp, string][] = [
  [/(?<!gần )\b300\b/, 'the article says “gần 300”'],
  [/(hơn|khoảng|trên) 300/, 'the article says “gần 300”'],
  [/\b29\d\b/, 'the drawn count of dots is nobody’s number'],
  [/63 (tỉnh|điểm)|toàn bộ các huyện|tất cả các tỉnh/i, 'not stated'],
  [/Phuông[^.]{0,40}(chủ trì|kết luận|chủ toạ|chủ tọa)/, 'he “dự và phát biểu chỉ đạo”'],
  [/2[678]-NQ/, 'numbers issued after the conference'],
  [/bảo hiểm xã hội/i, 'the other resolutions are not named'],
  [/Nghị quyết (về|số \d)/, 'no other resolution is named, none is numbered'],
  [/\d+ tiêu chí|(tám|bảy|bốn) tiêu chí/i, 'the qualities are never counted'],
  [/cấp xã|mọi cán bộ/i, 'only bí thư cấp ủy cấp tỉnh, cấp huyện'],
  [/đã (bố trí|chấm dứt|cải cách|hoàn thiện|đổi mới|sàng lọc)/i, 'orientations, not results'],
  [/tăng lương|cấp nhà ở|triệu đồng/i, 'only “cải cách chính sách tiền lương và nhà ở”'],
  [/dám chịu trách nhiệm/i, 'absent from the article'],
  [/1948|11\/6|15\/5|2016/, 'outside facts'],
  [/bão số|nhiều bão/i, 'not stated'],
  [/Ngày truyền thống/i, 'the article has its own name for it'],
  [/Kinh tế (&|và) Đô thị|Báo Kinh tế/i, 'the article prints “Kinhtedothi” only'],
  [
    /đồng chí|quán triệt|thắng lợi|thành công|lịch sử|vẻ vang|trọng đại|ý nghĩa sâu sắc/i,
    'advocacy',
  ],
  [/Dân vận/, 'anachronism'],
  [/Thành ủy Hà Nội/, 'the article does not join the two'],
  [/Chia sẻ|Zalo/, 'residue of the web page'],
  [/hãy |quyết tâm|nguyện/i, 'a call in our own voice'],
  [/!/, 'no exclamation'],
]

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
