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
  hub: { text: ['từ đầu cầu Trung ương', 'tại Hà Nội'], source: cite('kinhtedothi', 4) },
  drawing:
    'Một chấm lớn: đầu cầu Trung ương tại Hà Nội. Mảng chấm nhỏ: gần 300 điểm cầu cấp tỉnh và cấp huyện.',
  remark: 'Hình vẽ không theo vị trí địa lý.',
  furtherGaps: ['con số chính xác', 'tên từng điểm cầu'],
  notes: [
    {
      step: 0,
      say: 'Hội nghị được tổ chức trực tuyến, kết nối từ đầu cầu Trung ương tại Hà Nội.',
    },
    {
      step: 1,
      say: 'Từ đầu cầu ấy, hội nghị kết nối đến gần 300 điểm cầu cấp tỉnh và cấp huyện trên cả nước. Xin lưu ý cách gọi: “đầu cầu” ở Trung ương, ở Hà Nội; còn “điểm cầu” ở cấp tỉnh và cấp huyện.',
    },
    {
      step: 1,
      aside:
        'Giữ từ “gần”. Hình vẽ không phải bản đồ, không dùng để đếm. Hỏi con số chính xác, tên từng điểm cầu: bài không nêu.',
    },
  ],
}

export const attendees: PeopleSlide = {
  layout: 'people',
  id: 'nguoi-du',
  title: { editorial: ['Người dự có tên trong bài'] },
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
  notes: [
    {
      say: 'Trong số người dự, bài báo nêu tên ông Võ Văn Phuông và ông Nguyễn Văn Phong. Ông Võ Văn Phuông, Ủy viên Trung ương Đảng, Phó Trưởng ban Thường trực Ban Tuyên giáo Trung ương, dự và phát biểu chỉ đạo.',
    },
    { say: 'Ông Nguyễn Văn Phong, Trưởng ban Tuyên giáo Thành ủy, dự tại đầu cầu Hà Nội.' },
    {
      aside:
        'Đọc đúng “dự và phát biểu chỉ đạo”. Nguyên văn là “Thành ủy”, không kèm tên thành phố. Hỏi người chủ trì, số đại biểu: bài không nêu.',
    },
  ],
}

export const programme: ProgrammeSlide = {
  layout: 'programme',
  id: 'chuong-trinh',
  title: { editorial: ['Chương trình hội nghị'] },
  items: [
    {
      text: [
        'Nghe chuyên đề về chiến tranh mạng và nhiệm vụ',
        'bảo vệ Tổ quốc trên không gian mạng',
      ],
      source: cite('kinhtedothi', 7),
      parts: ['Chuyên đề'],
    },
    {
      text: ['Tiếp theo, ông Võ Văn Phuông', 'thông báo nhanh về kết quả', 'Hội nghị Trung ương 7'],
      source: cite('kinhtedothi', 7),
      parts: ['Trung ương 7', '2 trọng tâm', '5 đột phá'],
    },
    {
      text: ['Định hướng công tác thông tin', 'tuyên truyền trong thời gian tới'],
      source: cite('kinhtedothi', 11),
      parts: ['Định hướng'],
    },
  ],
  furtherGaps: ['thời lượng từng nội dung', 'giờ kết thúc'],
  core: true,
  notes: [
    {
      say: 'Về chương trình, bài báo kể theo trình tự: trước hết, các đại biểu được nghe chuyên đề. Tiếp theo, ông Võ Văn Phuông thông báo nhanh tới các đại biểu về kết quả Hội nghị Trung ương 7, trong đó có 2 trọng tâm và 5 đột phá. Sau cùng là định hướng công tác thông tin tuyên truyền trong thời gian tới.',
    },
    {
      say: 'Dải vạch ở mép trên màn hình cho biết chúng ta đang ở phần nào.',
    },
    {
      aside:
        'Nhấn “tiếp theo”, “thông báo nhanh”. Bài không nói chương trình chỉ có ba nội dung; số thứ tự do người biên tập đánh. Hỏi thời lượng từng nội dung, giờ kết thúc: bài không nêu.',
    },
  ],
}
