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
  minutes: 1.5,
  notes: [
    {
      text: 'Trang này gom những điều người nghe hay hỏi mà bài không nêu. Khi có câu hỏi từ điểm cầu, báo cáo viên có thể dừng ở đây để trả lời cho đúng nguồn.',
    },
    {
      text: 'Cách trả lời gợi ý: nói rõ bài không nêu, nhắc điều bài có nêu ở gần nhất, rồi hẹn tra cứu văn bản chính thức. Ví dụ, hỏi về 8 nhóm nhiệm vụ giải pháp thì trả lời: bài cho biết có 8 nhóm, không kể tên nhóm nào.',
    },
    {
      text: 'Nhấn rằng không nêu không có nghĩa là không có; bộ trang chiếu này chỉ dựa vào một bài báo. Tiếp theo là thông tin về nguồn.',
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
  minutes: 1,
  brief: 0.5,
  notes: [
    {
      text: 'Trang cuối cho biết mọi điều vừa trình bày lấy từ đâu: bài của Trần Long trên Kinhtedothi về hội nghị trực tuyến sáng 18/5/2018.',
    },
    {
      text: 'Văn bản nguồn dừng ở dấu chấm lửng, phần sau nếu có thì không có trong tay. Bài có chú thích ảnh quang cảnh hội nghị nhưng ảnh không kèm theo.',
    },
    {
      text: 'Nhấn rằng số thứ tự do người biên tập đánh và đây là tài liệu tham khảo, không thay cho văn bản chính thức. Bài không nêu ngày đăng. Phần trình bày dừng ở đây để nghe câu hỏi.',
    },
  ],
}

/** The rows of the slide above, by label, that begin every paper document. */
export const imprint: Deck['imprint'] = ['Tính chất', 'Nguồn', 'Sự kiện']
