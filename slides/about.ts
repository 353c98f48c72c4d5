import { type Deck, gapsOf } from '../src/model/deck/deck.ts'
import type { GapsSlide, LabelledSlide } from '../src/model/deck/slide.ts'
import { attendees } from './agenda.ts'
import { cyberDefence } from './cyber-defence.ts'
import { directive } from './directives.ts'
import { results, tasks } from './resolution-summary.ts'
import { cite } from './sources.ts'

export const gaps: GapsSlide = {
  layout: 'gaps',
  id: 'bai-khong-neu',
  title: { editorial: ['Bài không nêu'] },
  of: [
    { label: 'Người dự', gaps: gapsOf(attendees) },
    { label: 'Chuyên đề', gaps: gapsOf(cyberDefence) },
    { label: 'Kết quả', gaps: gapsOf(results) },
    { label: 'Nghị quyết', gaps: ['số hiệu', ...gapsOf(tasks)] },
    { label: 'Chỉ thị', gaps: gapsOf(directive) },
    { label: 'Định hướng', gaps: ['số liệu, kết quả', 'thời hạn thực hiện'] },
  ],
  notes: [
    {
      say: 'Trước khi trao đổi, tôi xin nói rõ giới hạn. Mọi điều vừa trình bày lấy từ một bài báo. Những điểm trên màn hình thì nguồn không nêu; không nêu không có nghĩa là không có.',
    },
    {
      say: 'Câu hỏi nào thuộc những điểm này, tôi xin ghi lại và trả lời sau khi đối chiếu văn bản chính thức.',
    },
    {
      aside:
        'Cách trả lời: nói rõ bài không nêu, nhắc điều gần nhất mà bài có nêu, rồi hẹn tra văn bản chính thức. Ví dụ, hỏi về 8 nhóm: bài cho biết có 8 nhóm, không kể tên nhóm nào.',
    },
  ],
}

export const about: LabelledSlide = {
  layout: 'labelled',
  id: 'nguon',
  title: { editorial: ['Về bộ trang chiếu này'] },
  rows: [
    {
      label: 'Nguồn',
      text: ['Kinhtedothi, tác giả Trần Long'],
      source: cite('kinhtedothi', 2, 4),
    },
    {
      label: 'Sự kiện',
      text: ['hội nghị trực tuyến sáng 18/5/2018'],
      source: cite('kinhtedothi', 4),
    },
    {
      label: 'Văn bản nguồn',
      text: ['dừng ở dấu “…”; phần sau, nếu có, không có trong tay'],
      source: cite('kinhtedothi', 12),
    },
    {
      label: 'Ảnh',
      text: ['chú thích “Quang cảnh hội nghị”; ảnh không kèm theo'],
      source: cite('kinhtedothi', 6),
    },
    {
      label: 'Số thứ tự',
      editorial: ['do người biên tập đánh, không có trong bài'],
    },
    {
      label: 'Tính chất',
      editorial: [
        'tài liệu tham khảo tổng hợp từ báo chí công khai,',
        'không phải văn bản do cơ quan nào ban hành',
      ],
    },
  ],
  furtherGaps: ['ngày đăng'],
  core: true,
  notes: [
    {
      say: 'Toàn bộ nội dung tóm lược bài của Trần Long trên Kinhtedothi về hội nghị trực tuyến sáng 18/5/2018. Số thứ tự trên các trang do người biên tập đánh. Đây là tài liệu tham khảo, không thay cho văn bản chính thức.',
    },
    { say: 'Phần trình bày của tôi đến đây là hết. Xin cảm ơn và mời quý vị đặt câu hỏi.' },
    {
      aside:
        'Văn bản nguồn dừng ở dấu “…”. Có chú thích ảnh, ảnh không kèm theo. Hỏi ngày đăng: bài không nêu.',
    },
  ],
}

/** The rows of the slide above, by label, that begin every paper document. */
export const imprint: Deck['imprint'] = ['Tính chất', 'Nguồn', 'Sự kiện']
