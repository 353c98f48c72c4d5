import type { QuotedSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const cyberDefence: QuotedSlide = {
  layout: 'quoted',
  id: 'chuyen-de',
  act: { text: ['Các đại biểu đã được nghe chuyên đề'], source: cite('kinhtedothi', 7) },
  title: {
    text: [
      'Chiến tranh mạng',
      'và nhiệm vụ bảo vệ Tổ quốc',
      'trên không gian mạng của Việt Nam',
      'trong tình hình hiện nay',
    ],
    source: cite('kinhtedothi', 7),
  },
  gaps: ['người trình bày', 'nội dung'],
  furtherGaps: ['số liệu'],
  minutes: 1,
  brief: 1,
  notes: [
    {
      text: 'Nội dung đầu tiên là một chuyên đề. Đọc chậm, đọc đủ tên chuyên đề như trên màn hình, vì đây là tên chính thức trong dấu ngoặc kép của bài.',
    },
    {
      text: 'Bài chỉ cho biết các đại biểu đã được nghe. Người trình bày là ai, đã nói những gì, dựa trên số liệu nào: bài không nêu. Vì vậy phần này dừng ở tên gọi.',
    },
    {
      text: 'Nếu người nghe hỏi thêm về chuyên đề, xin nói rõ là nguồn không có. Tiếp theo, ta sang kết quả Hội nghị Trung ương 7.',
    },
  ],
}
