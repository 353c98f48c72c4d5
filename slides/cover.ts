import type { CoverSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const cover: CoverSlide = {
  layout: 'cover',
  id: 'hoi-nghi',
  title: {
    text: ['Hội nghị báo cáo viên', 'các tỉnh ủy, thành ủy, đảng ủy', 'trực thuộc Trung ương'],
    source: cite('kinhtedothi', 1, 4),
  },
  focus: {
    text: ['Tập trung tuyên truyền', ['kết quả Hội nghị Trung ương ', { figure: '7' }]],
    source: cite('kinhtedothi', 1),
  },
  facts: [
    { text: [[{ stress: 'Sáng 18/5' }, ','], 'trực tuyến'], source: cite('kinhtedothi', 4) },
    { text: ['Kỳ hội nghị:', [{ stress: 'tháng 5/2018' }]], source: cite('kinhtedothi', 4) },
    {
      text: ['Đơn vị tổ chức:', [{ stress: 'Ban Tuyên giáo Trung ương' }]],
      source: cite('kinhtedothi', 4),
    },
  ],
  remark: 'Tác giả: Trần Long (đoạn 2).',
  furtherGaps: ['thời lượng', 'giờ kết thúc'],
  core: true,
  notes: [
    {
      say: 'Kính thưa quý vị. Sáng 18/5, Ban Tuyên giáo Trung ương đã tổ chức Hội nghị báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương tháng 5/2018, theo hình thức trực tuyến.',
    },
    {
      say: 'Theo bài của tác giả Trần Long trên Kinhtedothi, ngay đầu đề đã nêu: tập trung tuyên truyền kết quả Hội nghị Trung ương 7. Tôi xin nêu tên chuyên đề các đại biểu đã nghe; trình bày kết quả Hội nghị Trung ương 7, trong đó có 2 trọng tâm và 5 đột phá, và định hướng công tác thông tin tuyên truyền trong thời gian tới.',
    },
    {
      aside:
        'Số 7 lớn nằm trong tên hội nghị, không phải số đếm. Năm 2018 suy từ “tháng 5/2018”. Hỏi thời lượng, giờ kết thúc: bài không nêu.',
    },
  ],
}
