import type { CountsSlide, QuotedSlide, UnitsSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

/** What the marks under the figures mean. */
const legend = 'Chấm đặc: bài nêu rõ. Vòng rỗng: bài không nêu tên.'

export const results: CountsSlide = {
  layout: 'counts',
  id: 'ket-qua',
  title: { text: ['Hội nghị Trung ương 7 (khoá XII)'], source: cite('kinhtedothi', 7) },
  counts: [
    {
      lead: 'thảo luận và thông qua',
      figure: 3,
      text: ['nghị quyết'],
      marks: { named: 1, unnamed: 2 },
      gap: 'tên các nghị quyết khác',
      source: cite('kinhtedothi', 8),
    },
    {
      lead: 'xem xét',
      figure: 3,
      text: ['báo cáo'],
      marks: { named: 0, unnamed: 3 },
      gap: 'tên các báo cáo',
      source: cite('kinhtedothi', 8),
    },
    {
      lead: 'thực hiện',
      text: ['công tác', 'cán bộ'],
      gap: 'việc cụ thể',
      source: cite('kinhtedothi', 8),
    },
  ],
  remark: legend,
  furtherGaps: ['ngày họp, nơi họp', 'người chủ trì', 'tên người, chức vụ'],
  core: true,
  notes: [
    {
      step: 0,
      say: 'Theo thông báo nhanh, Hội nghị Trung ương 7 khoá XII đã thảo luận và thông qua 3 nghị quyết, trong đó một nghị quyết được bài báo nêu tên.',
    },
    { step: 1, say: 'Hội nghị cũng xem xét 3 báo cáo.' },
    { step: 2, say: 'Và hội nghị thực hiện công tác cán bộ.' },
    {
      step: 2,
      aside:
        'Nhấn các động từ “thảo luận và thông qua”, “xem xét”, “thực hiện”. Chấm đặc: bài nêu rõ; vòng rỗng: bài không nêu tên. Hỏi tên các nghị quyết khác, tên báo cáo, tên người và chức vụ, ngày họp, nơi họp: bài không nêu.',
    },
  ],
}

export const resolution: QuotedSlide = {
  layout: 'quoted',
  id: 'nghi-quyet',
  act: {
    text: [
      'Đặc biệt, Trung ương đã thảo luận, cho ý kiến về',
      'Đề án tập trung xây dựng đội ngũ cán bộ các cấp,',
      [{ stress: 'từ đó quyết định thông qua Nghị quyết' }],
    ],
    source: cite('kinhtedothi', 8),
  },
  title: {
    text: [
      'Tập trung xây dựng đội ngũ cán bộ các cấp,',
      'nhất là cấp chiến lược',
      'đủ phẩm chất, năng lực và uy tín,',
      'ngang tầm nhiệm vụ',
    ],
    source: cite('kinhtedothi', 8),
  },
  furtherGaps: ['số hiệu', 'ngày ký'],
  core: true,
  notes: [
    {
      say: 'Đặc biệt, Trung ương đã thảo luận, cho ý kiến về Đề án tập trung xây dựng đội ngũ cán bộ các cấp, từ đó quyết định thông qua Nghị quyết “Tập trung xây dựng đội ngũ cán bộ các cấp, nhất là cấp chiến lược đủ phẩm chất, năng lực và uy tín, ngang tầm nhiệm vụ”.',
    },
    { say: 'Đối tượng có ngay trong tên Nghị quyết: cán bộ các cấp, nhất là cấp chiến lược.' },
    {
      aside:
        'Đề án: được cho ý kiến. Nghị quyết: được thông qua. Ngắt hơi ở dấu phẩy. Hỏi số hiệu, ngày ký: bài không nêu.',
    },
  ],
}

export const tasks: UnitsSlide = {
  layout: 'units',
  id: 'nhom-viec',
  title: {
    text: ['Ban Chấp hành Trung ương Đảng xác định'],
    source: cite('kinhtedothi', 8),
  },
  counts: [
    {
      figure: 8,
      text: ['nhóm nhiệm vụ', 'giải pháp'],
      marks: { named: 0, unnamed: 8 },
      gap: 'nội dung 8 nhóm',
      source: cite('kinhtedothi', 8),
    },
    {
      figure: 2,
      text: ['trọng tâm'],
      marks: { named: 2, unnamed: 0 },
      source: cite('kinhtedothi', 8, 9),
    },
    {
      figure: 5,
      text: ['đột phá'],
      marks: { named: 5, unnamed: 0 },
      source: cite('kinhtedothi', 8, 10),
    },
  ],
  remark: legend,
  core: true,
  notes: [
    {
      step: 0,
      say: 'Trong đó, Ban Chấp hành Trung ương Đảng xác định 8 nhóm nhiệm vụ giải pháp.',
    },
    { step: 1, say: 'Cùng với 8 nhóm ấy là 2 trọng tâm.' },
    {
      step: 2,
      say: 'Và 5 đột phá. Nội dung 8 nhóm, bài báo không kể; 2 trọng tâm và 5 đột phá thì kể đủ, tôi xin trình bày lần lượt.',
    },
    {
      step: 2,
      aside:
        'Nhấn chủ thể “Ban Chấp hành Trung ương Đảng”. Chấm đặc: bài nêu rõ; vòng rỗng: bài không nêu. 5 đột phá là năm câu, bài không đánh số. Hỏi nội dung 8 nhóm: bài không nêu.',
    },
  ],
}
