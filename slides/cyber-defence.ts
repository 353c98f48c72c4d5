import type { QuotedSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const cyberDefence: QuotedSlide = {
  layout: 'quoted',
  id: 'chuyen-de',
  act: { text: ['Các đại biểu đã được nghe chuyên đề về'], source: cite('kinhtedothi', 7) },
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
  core: true,
  notes: [
    {
      say: 'Tại hội nghị, các đại biểu đã được nghe chuyên đề về “Chiến tranh mạng và nhiệm vụ bảo vệ Tổ quốc trên không gian mạng của Việt Nam trong tình hình hiện nay”.',
    },
    { say: 'Về chuyên đề này, bài báo chỉ cho biết tên, nên tôi xin dừng ở tên gọi.' },
    {
      aside:
        'Đọc chậm, đủ tên trong ngoặc kép. Hỏi người trình bày, nội dung, số liệu: bài không nêu.',
    },
  ],
}
