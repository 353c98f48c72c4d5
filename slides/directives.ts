import type { LabelledSlide, QuotedSlide, TopicsSlide } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const mandate: LabelledSlide = {
  layout: 'labelled',
  id: 'dinh-huong',
  title: {
    text: ['Định hướng công tác thông tin', 'tuyên truyền trong thời gian tới'],
    source: cite('kinhtedothi', 11),
  },
  rows: [
    {
      label: 'Người yêu cầu',
      text: ['Phó Trưởng ban Thường trực', 'Ban Tuyên giáo Trung ương'],
      source: cite('kinhtedothi', 11),
    },
    {
      label: 'Người thực hiện',
      text: ['báo cáo viên các tỉnh ủy, thành ủy,', 'đảng ủy trực thuộc Trung ương'],
      source: cite('kinhtedothi', 1, 4, 11),
    },
  ],
  remark: 'Đoạn 11 viết gọn “đảng ủy T.Ư”; trang này dùng tên đầy đủ ở đoạn 1, 4.',
  furtherGaps: ['thời hạn', 'cách tổ chức thực hiện'],
  notes: [
    {
      say: 'Về định hướng công tác thông tin tuyên truyền trong thời gian tới, Phó Trưởng ban Thường trực Ban Tuyên giáo Trung ương yêu cầu báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương cần tập trung tuyên truyền các kết quả; bên cạnh đó, cần tuyên truyền, vận động.',
    },
    {
      aside:
        'Nhấn động từ “yêu cầu”. Đoạn 11 viết gọn “đảng ủy T.Ư”: đọc tên đầy đủ. Hỏi thời hạn, cách tổ chức thực hiện: bài không nêu.',
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
        [{ stress: 'kinh tế - xã hội' }],
        ['của cả nước ', { stress: 'Quý II/2018' }],
      ],
      source: cite('kinhtedothi', 11),
    },
  ],
  furtherGaps: ['số liệu', 'kết quả cụ thể'],
  core: true,
  notes: [
    {
      step: 0,
      say: 'Báo cáo viên cần tập trung tuyên truyền, một là, kết quả Hội nghị Trung ương 7 khoá XII.',
    },
    { step: 1, say: 'Hai là, kết quả sau 2 năm thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị.' },
    { step: 2, say: 'Ba là, kết quả nửa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng các cấp.' },
    {
      step: 3,
      say: 'Bốn là, kết quả thực hiện nhiệm vụ kinh tế - xã hội của cả nước Quý II/2018. Các nội dung này, bài báo chỉ nêu tên.',
    },
    {
      step: 3,
      aside: 'Số thứ tự do người biên tập đánh. Hỏi số liệu, kết quả cụ thể: bài không nêu.',
    },
  ],
}

export const further: TopicsSlide = {
  layout: 'topics',
  id: 'ben-canh-do',
  title: {
    text: ['Bên cạnh đó, báo cáo viên cần'],
    source: cite('kinhtedothi', 11, 12),
  },
  from: 5,
  topics: [
    {
      text: [
        'tuyên truyền, vận động, nâng cao nhận thức,',
        'ý thức trách nhiệm của cán bộ, đảng viên',
        'và Nhân dân đối với công tác phòng chống',
        [{ stress: 'lụt bão, úng ngập' }],
      ],
      source: cite('kinhtedothi', 12),
    },
    {
      text: [
        'tập trung tuyên truyền các hoạt động',
        ['nhân kỷ niệm ', { stress: '70 năm Ngày Bác Hồ' }],
        [{ stress: 'ra lời kêu gọi thi đua ái quốc' }],
      ],
      source: cite('kinhtedothi', 12),
    },
  ],
  furtherGaps: ['hoạt động cụ thể', 'phần sau dấu “…”'],
  notes: [
    {
      step: 0,
      say: 'Bên cạnh đó, cần tuyên truyền, vận động, nâng cao nhận thức, ý thức trách nhiệm của cán bộ, đảng viên và Nhân dân đối với công tác phòng chống lụt bão, úng ngập.',
    },
    {
      step: 1,
      say: 'Và tập trung tuyên truyền các hoạt động nhân kỷ niệm 70 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc.',
    },
    {
      step: 1,
      aside:
        'Nhấn “nhận thức”, “ý thức trách nhiệm”. Bài dừng ở dấu “…”. Hỏi hoạt động cụ thể: bài không nêu.',
    },
  ],
}

export const directive: QuotedSlide = {
  layout: 'quoted',
  id: 'chi-thi-05',
  act: {
    text: ['Kết quả sau 2 năm thực hiện', [{ stress: 'Chỉ thị 05-CT/TW' }, ' của Bộ Chính trị về']],
    source: cite('kinhtedothi', 11),
  },
  title: {
    text: ['Đẩy mạnh học tập và làm theo', 'tư tưởng, đạo đức, phong cách', 'Hồ Chí Minh'],
    source: cite('kinhtedothi', 11),
  },
  gaps: ['ngày ban hành', 'kết quả cụ thể'],
  notes: [
    {
      say: 'Trong các kết quả cần tập trung tuyên truyền có kết quả sau 2 năm thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị về “Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.',
    },
    {
      aside:
        'Đọc đúng thứ tự: tư tưởng, đạo đức, phong cách. Hỏi ngày ban hành, kết quả cụ thể: bài không nêu.',
    },
  ],
}
