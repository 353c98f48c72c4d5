import type { CountsSlide, QuotedSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const results: CountsSlide = {
  layout: 'counts',
  id: 'ket-qua',
  title: { text: ['Hội nghị Trung ương 7 (khoá XII)'], source: cite('kinhtedothi', 7) },
  counts: [
    {
      lead: 'thảo luận và thông qua',
      figure: 3,
      text: ['nghị quyết'],
      marks: { told: 1, untold: 2 },
      gap: 'tên các nghị quyết khác',
      source: cite('kinhtedothi', 8),
    },
    {
      lead: 'xem xét',
      figure: 3,
      text: ['báo cáo'],
      marks: { told: 0, untold: 3 },
      gap: 'tên các báo cáo',
      source: cite('kinhtedothi', 8),
    },
    {
      lead: 'thực hiện',
      text: ['công tác', 'cán bộ'],
      marks: { told: 0, untold: 1 },
      gap: 'việc cụ thể',
      source: cite('kinhtedothi', 8),
    },
  ],
  furtherGaps: ['ngày họp, nơi họp', 'người chủ trì', 'tên người, chức vụ'],
  minutes: 1.5,
  notes: [
    {
      step: 0,
      text: 'Theo thông báo nhanh, Hội nghị Trung ương 7, khoá XII, thảo luận và thông qua 3 nghị quyết. Bài chỉ nêu tên một nghị quyết, nói ở trang sau; tên các nghị quyết khác bài không nêu.',
    },
    {
      step: 1,
      text: 'Hội nghị xem xét 3 báo cáo. Tên các báo cáo bài không nêu.',
    },
    {
      step: 2,
      text: 'Hội nghị thực hiện công tác cán bộ. Bài không kèm con số, không nêu tên người và chức vụ.',
    },
    {
      step: 2,
      text: 'Nhấn vào ba động từ của bài: thảo luận và thông qua, xem xét, thực hiện. Chấm đặc trên hình là điều bài có nêu, vòng rỗng là điều bài không nêu. Tiếp theo là nghị quyết được bài nêu tên.',
    },
  ],
}

export const resolution: QuotedSlide = {
  layout: 'quoted',
  id: 'nghi-quyet',
  act: {
    text: [
      'Thảo luận, cho ý kiến về Đề án',
      'tập trung xây dựng đội ngũ cán bộ các cấp,',
      [{ stress: 'từ đó quyết định thông qua Nghị quyết' }],
    ],
    source: cite('kinhtedothi', 8),
  },
  title: {
    text: [
      'Tập trung xây dựng đội ngũ cán bộ',
      'các cấp, nhất là cấp chiến lược',
      'đủ phẩm chất, năng lực và uy tín,',
      'ngang tầm nhiệm vụ',
    ],
    source: cite('kinhtedothi', 8),
  },
  furtherGaps: ['số hiệu', 'ngày ký'],
  minutes: 1.5,
  brief: 1,
  notes: [
    {
      text: 'Bài dẫn phần này bằng chữ đặc biệt: Trung ương thảo luận, cho ý kiến về Đề án tập trung xây dựng đội ngũ cán bộ các cấp, từ đó quyết định thông qua Nghị quyết có tên như trên màn hình.',
    },
    {
      text: 'Đọc đủ tên Nghị quyết, ngắt đúng ở dấu phẩy. Nhấn vào đối tượng nêu ngay trong tên: cán bộ các cấp, nhất là cấp chiến lược. Nhấn tiếp yêu cầu đủ phẩm chất, năng lực và uy tín, ngang tầm nhiệm vụ.',
    },
    {
      text: 'Phân biệt Đề án là thứ được cho ý kiến và Nghị quyết là thứ được thông qua. Bài không nêu số hiệu và ngày ký. Tiếp theo là những nhóm việc Nghị quyết xác định.',
    },
  ],
}

export const tasks: CountsSlide = {
  layout: 'counts',
  id: 'nhom-viec',
  title: {
    text: ['Ban Chấp hành Trung ương Đảng xác định'],
    source: cite('kinhtedothi', 8),
  },
  counts: [
    {
      figure: 8,
      text: ['nhóm nhiệm vụ giải pháp'],
      marks: { told: 0, untold: 8 },
      gap: 'nội dung 8 nhóm',
      source: cite('kinhtedothi', 8),
    },
    {
      figure: 2,
      text: ['trọng tâm'],
      marks: { told: 2, untold: 0 },
      source: cite('kinhtedothi', 8, 9),
    },
    {
      figure: 5,
      text: ['đột phá'],
      marks: { told: 5, untold: 0 },
      source: cite('kinhtedothi', 8, 10),
    },
  ],
  minutes: 1.5,
  notes: [
    {
      step: 0,
      text: 'Trong Nghị quyết, Ban Chấp hành Trung ương Đảng xác định 8 nhóm nhiệm vụ giải pháp. Tám vòng rỗng nhắc ta rằng bài không kể tên nhóm nào; nếu được hỏi, xin trả lời là bài không nêu.',
    },
    {
      step: 1,
      text: 'Cùng với đó là 2 trọng tâm. Bài nêu đủ cả hai, ta sẽ đi từng trọng tâm một.',
    },
    {
      step: 2,
      text: 'Và 5 đột phá. Bài kể liền nhau bằng năm câu, không đánh số; số thứ tự trên các trang sau là của người biên tập.',
    },
    {
      step: 2,
      text: 'Nhấn vào chủ thể: Ban Chấp hành Trung ương Đảng xác định. Chấm đặc là điều bài nêu rõ, vòng rỗng là điều bài để trống. Tiếp theo là trọng tâm thứ nhất.',
    },
  ],
}
