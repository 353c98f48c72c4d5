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
    { text: [[{ stress: 'Sáng 18/5' }, ', trực tuyến']], source: cite('kinhtedothi', 4) },
    { text: ['Kỳ hội nghị: tháng 5/2018'], source: cite('kinhtedothi', 4) },
    { text: ['Đơn vị tổ chức:', 'Ban Tuyên giáo Trung ương'], source: cite('kinhtedothi', 4) },
  ],
  remark: 'Nguồn: báo chí công khai (Kinhtedothi, tác giả Trần Long).',
  furtherGaps: ['thời lượng', 'giờ kết thúc'],
  minutes: 1.5,
  brief: 1,
  notes: [
    {
      text: 'Bộ trang chiếu này tóm lược bài của Trần Long trên Kinhtedothi về Hội nghị báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương, kỳ tháng 5/2018.',
    },
    {
      text: 'Nhấn vào trọng tâm nêu ngay ở đầu đề: tập trung tuyên truyền kết quả Hội nghị Trung ương 7. Chữ số 7 in lớn nằm trong tên gọi của hội nghị, không phải một số đếm.',
    },
    {
      text: 'Hội nghị diễn ra sáng 18/5, theo hình thức trực tuyến, do Ban Tuyên giáo Trung ương tổ chức. Năm 2018 suy từ tên kỳ hội nghị.',
    },
    {
      text: 'Bài không nêu thời lượng và giờ kết thúc. Tiếp theo, ta xem hội nghị kết nối từ đâu đến đâu.',
    },
  ],
}
