import type { LabelledSlide, QuotedSlide, TopicsSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const mandate: LabelledSlide = {
  layout: 'labelled',
  id: 'dinh-huong',
  title: {
    text: ['Định hướng công tác thông tin tuyên truyền'],
    source: cite('kinhtedothi', 11),
  },
  rows: [
    {
      label: 'Ai yêu cầu',
      text: ['Phó Trưởng ban Thường trực', 'Ban Tuyên giáo Trung ương'],
      source: cite('kinhtedothi', 11),
    },
    {
      label: 'Yêu cầu ai',
      text: ['báo cáo viên các tỉnh ủy, thành ủy,', 'đảng ủy trực thuộc Trung ương'],
      source: cite('kinhtedothi', 11),
    },
    {
      label: 'Cần làm gì',
      text: ['tập trung tuyên truyền;', 'tuyên truyền, vận động'],
      source: cite('kinhtedothi', 11, 12),
    },
  ],
  remark: 'Đoạn 11 viết tắt “đảng ủy T.Ư”; trang này dùng tên đầy đủ ở đoạn 1, 4.',
  furtherGaps: ['thời hạn', 'cách tổ chức thực hiện'],
  minutes: 1.5,
  notes: [
    {
      text: 'Sang phần sau cùng: định hướng công tác thông tin tuyên truyền trong thời gian tới.',
    },
    {
      text: 'Đọc từ trên xuống. Ai yêu cầu: Phó Trưởng ban Thường trực Ban Tuyên giáo Trung ương. Yêu cầu ai: báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương. Cần làm gì: tập trung tuyên truyền, và tuyên truyền, vận động.',
    },
    {
      text: 'Nhấn vào động từ của bài là yêu cầu. Ở câu này bài viết tên cơ quan đảng ủy ngắn hơn; ta dùng tên đầy đủ như đầu đề.',
    },
    {
      text: 'Bài không nêu thời hạn và cách tổ chức thực hiện. Các trang tiếp theo kể lần lượt từng nội dung.',
    },
  ],
}

export const topics: TopicsSlide = {
  layout: 'topics',
  id: 'cac-ket-qua',
  title: {
    text: ['Báo cáo viên cần tập trung tuyên truyền'],
    source: cite('kinhtedothi', 11),
  },
  from: 1,
  topics: [
    {
      text: ['kết quả', [{ stress: 'Hội nghị Trung ương 7' }], '(khoá XII)'],
      source: cite('kinhtedothi', 11),
    },
    {
      text: ['kết quả sau 2 năm thực hiện', [{ stress: 'Chỉ thị 05-CT/TW' }], 'của Bộ Chính trị'],
      source: cite('kinhtedothi', 11),
    },
    {
      text: [
        ['kết quả ', { stress: 'nửa nhiệm kỳ' }],
        'thực hiện Nghị quyết',
        'Đại hội Đảng các cấp',
      ],
      source: cite('kinhtedothi', 11),
    },
    {
      text: [
        'kết quả thực hiện nhiệm vụ',
        [{ stress: 'kinh tế - xã hội' }, ' của cả nước'],
        [{ stress: 'Quý II/2018' }],
      ],
      source: cite('kinhtedothi', 11),
    },
  ],
  furtherGaps: ['số liệu', 'kết quả cụ thể'],
  minutes: 2,
  brief: 1,
  notes: [
    {
      step: 0,
      text: 'Nội dung đầu tiên cần tập trung tuyên truyền là kết quả Hội nghị Trung ương 7, khoá XII, tức phần ta vừa trình bày.',
    },
    {
      step: 1,
      text: 'Thứ hai, kết quả sau 2 năm thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị. Tên đầy đủ của Chỉ thị ở trang sau.',
    },
    {
      step: 2,
      text: 'Thứ ba, kết quả nửa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng các cấp.',
    },
    {
      step: 3,
      text: 'Thứ tư, kết quả thực hiện nhiệm vụ kinh tế - xã hội của cả nước Quý II/2018.',
    },
    {
      step: 3,
      text: 'Nhấn rằng bài chỉ nêu tên các nội dung này. Số liệu và kết quả cụ thể của từng nội dung bài không nêu. Số thứ tự là của người biên tập. Tiếp theo là tên đầy đủ của Chỉ thị.',
    },
  ],
}

export const directive: QuotedSlide = {
  layout: 'quoted',
  id: 'chi-thi-05',
  act: {
    text: ['kết quả sau 2 năm thực hiện', [{ stress: 'Chỉ thị 05-CT/TW' }, ' của Bộ Chính trị về']],
    source: cite('kinhtedothi', 11),
  },
  title: {
    text: ['Đẩy mạnh học tập và làm theo', 'tư tưởng, đạo đức, phong cách', 'Hồ Chí Minh'],
    source: cite('kinhtedothi', 11),
  },
  gaps: ['ngày ban hành', 'kết quả cụ thể'],
  minutes: 1,
  notes: [
    {
      text: 'Đây là tên Chỉ thị nhắc ở trang trước. Đọc đủ: Chỉ thị 05-CT/TW của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
    },
    {
      text: 'Nhấn đúng thứ tự ba từ: tư tưởng, đạo đức, phong cách. Nội dung cần tuyên truyền là kết quả sau 2 năm thực hiện.',
    },
    {
      text: 'Bài không nêu ngày ban hành Chỉ thị và không nêu kết quả cụ thể của 2 năm ấy. Tiếp theo là các nội dung bài nêu thêm.',
    },
  ],
}

export const further: TopicsSlide = {
  layout: 'topics',
  id: 'ben-canh-do',
  title: { editorial: ['Bên cạnh đó, bài nêu thêm'] },
  from: 5,
  topics: [
    {
      text: [
        'tuyên truyền, vận động,',
        'nâng cao nhận thức,',
        'ý thức trách nhiệm',
        'của cán bộ, đảng viên',
        'và Nhân dân đối với',
        'công tác phòng chống',
        [{ stress: 'lụt bão, úng ngập' }],
      ],
      source: cite('kinhtedothi', 12),
    },
    {
      text: [
        'tập trung tuyên truyền',
        'các hoạt động nhân kỷ niệm',
        [{ stress: '70 năm' }, ' Ngày Bác Hồ'],
        'ra lời kêu gọi thi đua ái quốc',
      ],
      source: cite('kinhtedothi', 12),
    },
  ],
  furtherGaps: ['hoạt động cụ thể', 'phần sau dấu “…”'],
  minutes: 1.5,
  notes: [
    {
      step: 0,
      text: 'Bài viết tiếp bằng chữ bên cạnh đó. Nội dung thứ năm: tuyên truyền, vận động, nâng cao nhận thức, ý thức trách nhiệm của cán bộ, đảng viên và Nhân dân đối với công tác phòng chống lụt bão, úng ngập. Nhấn vào hai từ nhận thức và ý thức trách nhiệm.',
    },
    {
      step: 1,
      text: 'Nội dung thứ sáu: tập trung tuyên truyền các hoạt động nhân kỷ niệm 70 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc.',
    },
    {
      step: 1,
      text: 'Bài không nêu hoạt động cụ thể nào và kết thúc bằng dấu chấm lửng. Tiếp theo, ta gom lại những điều bài không nêu để tiện trả lời câu hỏi.',
    },
  ],
}
