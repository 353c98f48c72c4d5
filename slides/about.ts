import { type Deck, gapsOf } from '../src/model/deck/deck.ts'
import type { EndingSlide, GapsSlide, LabelledSlide, RecapSlide } from '../src/model/deck/slide.ts'
import { attendees } from './agenda.ts'
import { cover } from './cover.ts'
import { cyberDefence } from './cyber-defence.ts'
import { directive } from './directives.ts'
import { resolution, results, tasks } from './resolution-summary.ts'
import { cite } from './sources.ts'

/** What to remember, in words and figures of the slides before. */
export const recap: RecapSlide = {
  layout: 'recap',
  id: 'tom-lai',
  title: { editorial: ['Tóm lại'] },
  rows: [
    { label: 'Kết quả', items: results.counts },
    { label: 'Nghị quyết', quoted: resolution.title },
    { label: 'Trong đó', items: tasks.counts },
    { label: 'Định hướng', items: [cover.focus] },
  ],
  notes: [
    {
      say: 'Tóm lại, Hội nghị Trung ương 7 đã thảo luận và thông qua 3 nghị quyết, xem xét 3 báo cáo và thực hiện công tác cán bộ. Trong các nghị quyết ấy, bài báo nêu tên Nghị quyết “Tập trung xây dựng đội ngũ cán bộ các cấp, nhất là cấp chiến lược đủ phẩm chất, năng lực và uy tín, ngang tầm nhiệm vụ”; trong đó, Ban Chấp hành Trung ương Đảng xác định 8 nhóm nhiệm vụ giải pháp, 2 trọng tâm và 5 đột phá.',
    },
    {
      say: 'Định hướng công tác thông tin tuyên truyền: tập trung tuyên truyền kết quả Hội nghị Trung ương 7.',
    },
    {
      aside:
        'Nói chậm, nhìn người nghe. Mọi con số và tên gọi ở đây đều có trang riêng; trang đang ẩn thì chưa chiếu.',
    },
  ],
}

export const gaps: GapsSlide = {
  layout: 'gaps',
  id: 'bai-khong-neu',
  title: { editorial: ['Bài báo không nêu'] },
  of: [
    { label: 'Người dự', gaps: gapsOf(attendees) },
    { label: 'Chuyên đề', gaps: gapsOf(cyberDefence) },
    { label: 'Kết quả', gaps: gapsOf(results) },
    { label: 'Nghị quyết', gaps: ['số hiệu', ...gapsOf(tasks)] },
    { label: 'Đột phá', gaps: ['biện pháp, thời hạn', 'lộ trình', 'mức lương'] },
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
  title: { editorial: ['Nguồn và tính chất tài liệu'] },
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
      text: [
        'dừng ở dấu “…”; người biên tập không có phần sau;',
        'chú thích “Quang cảnh hội nghị”, ảnh không kèm theo',
      ],
      source: cite('kinhtedothi', 6, 12),
    },
    {
      label: 'Cách đếm đoạn',
      editorial: [
        'từng dòng có chữ: 1 là đầu đề, 4 là đoạn mở đầu;',
        'số thứ tự trên trang do người biên tập đánh',
      ],
    },
    {
      label: 'Tính chất',
      editorial: [
        'tài liệu tham khảo, tóm lược một bài báo công khai,',
        'không phải văn bản do cơ quan nào ban hành',
      ],
    },
  ],
  remark: 'Năm 2018 suy từ “tháng 5/2018”.',
  furtherGaps: ['ngày đăng'],
  core: true,
  notes: [
    {
      say: 'Toàn bộ nội dung tóm lược bài của Trần Long trên Kinhtedothi về hội nghị trực tuyến sáng 18/5/2018. Số thứ tự trên các trang do người biên tập đánh. Đây là tài liệu tham khảo, không thay cho văn bản chính thức.',
    },
    {
      aside:
        'Văn bản nguồn dừng ở dấu “…”. Có chú thích ảnh, ảnh không kèm theo. Hỏi ngày đăng: bài không nêu.',
    },
  ],
}

/** The words that stay on screen while questions are asked, with the rows of the slide above. */
export const ending: EndingSlide = {
  layout: 'ending',
  id: 'hoi-dap',
  core: true,
  close: { editorial: ['Hết phần trình bày.'] },
  title: { editorial: ['Mời quý vị đặt câu hỏi'] },
  rows: about.rows.filter(({ label }) => label === 'Nguồn' || label === 'Tính chất'),
  notes: [
    {
      say: 'Phần trình bày của tôi đến đây là hết. Xin cảm ơn quý vị đã lắng nghe. Mời quý vị đặt câu hỏi; điều gì nguồn không nêu, tôi xin ghi lại để trả lời sau khi đối chiếu văn bản chính thức.',
    },
    {
      aside:
        'Để nguyên trang này khi hỏi đáp. Gõ số trang rồi bấm Enter để quay lại trang được hỏi.',
    },
  ],
}

/** The rows of the slide about the source, by label, that begin every paper document. */
export const imprint: Deck['imprint'] = ['Tính chất', 'Nguồn', 'Cách đếm đoạn']
