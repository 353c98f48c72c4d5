import type { NetworkSlide, PeopleSlide, ProgrammeSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const network: NetworkSlide = {
  layout: 'network',
  id: 'diem-cau',
  title: {
    text: [
      [{ stress: 'Kết nối đến gần' }],
      [{ figure: '300' }],
      'điểm cầu cấp tỉnh',
      'và cấp huyện trên cả nước',
    ],
    source: cite('kinhtedothi', 4),
  },
  sites: 300,
  hub: { text: ['đầu cầu Trung ương', 'tại Hà Nội'], source: cite('kinhtedothi', 4) },
  remark: 'Hình vẽ không theo vị trí địa lý.',
  furtherGaps: ['con số chính xác', 'tên từng điểm cầu'],
  minutes: 1.5,
  notes: [
    {
      step: 0,
      text: 'Hình này gợi quy mô kết nối. Chấm lớn là đầu cầu Trung ương đặt tại Hà Nội, các chấm nhỏ là những điểm cầu. Hình xếp theo hàng lối cho dễ nhìn, không phải bản đồ và không dùng để đếm.',
    },
    {
      step: 1,
      text: 'Bài viết gần 300 điểm cầu cấp tỉnh và cấp huyện trên cả nước. Khi nói, giữ nguyên chữ gần, vì bài không cho con số chính xác.',
    },
    {
      step: 1,
      text: 'Bài dùng từ đầu cầu cho Trung ương và Hà Nội, dùng từ điểm cầu cho cấp tỉnh và cấp huyện; nên giữ đúng hai từ này. Bài không nêu tên từng điểm cầu. Tiếp theo là những người dự được bài nêu tên.',
    },
  ],
}

export const attendees: PeopleSlide = {
  layout: 'people',
  id: 'nguoi-du',
  title: { editorial: ['Người dự được bài nêu tên'] },
  people: [
    {
      name: { text: ['Võ Văn Phuông'], source: cite('kinhtedothi', 5) },
      roles: [
        { text: ['Ủy viên Trung ương Đảng'], source: cite('kinhtedothi', 5) },
        {
          text: ['Phó Trưởng ban Thường trực', 'Ban Tuyên giáo Trung ương'],
          source: cite('kinhtedothi', 5, 7),
        },
      ],
      deed: {
        text: [[{ stress: 'dự và phát biểu chỉ đạo' }]],
        source: cite('kinhtedothi', 5),
      },
    },
    {
      name: { text: ['Nguyễn Văn Phong'], source: cite('kinhtedothi', 5) },
      roles: [{ text: ['Trưởng ban Tuyên giáo', 'Thành ủy'], source: cite('kinhtedothi', 5) }],
      deed: { text: ['dự tại đầu cầu Hà Nội'], source: cite('kinhtedothi', 5) },
    },
  ],
  gaps: ['người chủ trì', 'số đại biểu'],
  minutes: 1.5,
  notes: [
    {
      text: 'Bài nêu tên hai người dự. Ông Võ Văn Phuông, Ủy viên Trung ương Đảng, Phó Trưởng ban Thường trực Ban Tuyên giáo Trung ương, dự và phát biểu chỉ đạo.',
    },
    {
      text: 'Ông Nguyễn Văn Phong, Trưởng ban Tuyên giáo Thành ủy, dự tại đầu cầu Hà Nội. Bài viết Thành ủy, không viết thêm tên thành phố sau chữ này; khi nói nên giữ như bài.',
    },
    {
      text: 'Nhấn đúng cụm từ dự và phát biểu chỉ đạo. Nếu được hỏi ai chủ trì hoặc có bao nhiêu đại biểu, câu trả lời là bài không nêu. Tiếp theo là chương trình hội nghị.',
    },
  ],
}

export const programme: ProgrammeSlide = {
  layout: 'programme',
  id: 'chuong-trinh',
  title: { editorial: ['Chương trình hội nghị'] },
  items: [
    {
      text: ['Các đại biểu nghe', 'một chuyên đề'],
      source: cite('kinhtedothi', 7),
      parts: ['Chuyên đề'],
    },
    {
      text: ['Tiếp theo, ông Võ Văn Phuông', 'thông báo nhanh kết quả', 'Hội nghị Trung ương 7'],
      source: cite('kinhtedothi', 7),
      parts: ['Kết quả', '2 trọng tâm', '5 đột phá'],
    },
    {
      text: ['Định hướng công tác thông tin', 'tuyên truyền trong thời gian tới'],
      source: cite('kinhtedothi', 11),
      parts: ['Định hướng'],
    },
  ],
  furtherGaps: ['thời lượng từng nội dung', 'giờ kết thúc'],
  minutes: 1.5,
  brief: 1,
  notes: [
    {
      text: 'Chương trình gồm ba nội dung; số thứ tự là của người biên tập, xếp theo trình tự bài kể.',
    },
    {
      text: 'Trước hết, các đại biểu nghe một chuyên đề. Tiếp theo, ông Võ Văn Phuông thông báo nhanh kết quả Hội nghị Trung ương 7. Sau cùng, bài nêu định hướng công tác thông tin tuyên truyền trong thời gian tới.',
    },
    {
      text: 'Nhấn vào chữ tiếp theo và chữ thông báo nhanh: đó là cách bài diễn đạt. Dải vạch ở mép trên mỗi trang cho biết ta đang ở phần nào.',
    },
    {
      text: 'Bài không nêu thời lượng của từng nội dung và giờ kết thúc. Ta bắt đầu với chuyên đề.',
    },
  ],
}
