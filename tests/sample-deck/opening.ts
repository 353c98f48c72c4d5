import type {
  CountsSlide,
  CoverSlide,
  NetworkSlide,
  PeopleSlide,
  ProgrammeSlide,
  QuotedSlide,
  TopicsSlide,
  UnitsSlide,
} from '../../src/model/deck/slide.ts'
import { cite } from './sources.ts'

export const cover: CoverSlide = {
  layout: 'cover',
  id: 'ngay-sach',
  title: {
    text: ['Ngày hội sách', 'của thư viện làng Mây', 'và các lớp học trong vùng'],
    source: cite('banTin', 1, 2),
  },
  focus: {
    text: ['Cùng nhau đọc', ['quyển sách thứ ', { figure: '7' }]],
    source: cite('banTin', 1),
  },
  facts: [
    { text: [[{ stress: 'Sáng 12/10' }, ','], 'ngoài sân'], source: cite('banTin', 2) },
    { text: ['Kỳ ngày hội:', [{ stress: 'tháng 10/2031' }]], source: cite('banTin', 2) },
    { text: ['Đơn vị tổ chức:', [{ stress: 'Thư viện làng Mây' }]], source: cite('banTin', 2) },
  ],
  remark: 'Nguồn: Bản tin Mây, tác giả Lê Mai.',
  furtherGaps: ['thời lượng', 'giờ kết thúc'],
  core: true,
  notes: [
    {
      say: 'Chào mọi người đến với ngày hội sách của thư viện làng Mây và các lớp học trong vùng.',
    },
    {
      say: 'Bản tin không cho biết ngày hội kéo dài bao lâu và kết thúc lúc mấy giờ. Tiếp theo là các tủ sách.',
    },
  ],
}

/** The one slide whose title comes with its step; its figure has three digits. */
export const shelves: NetworkSlide = {
  layout: 'network',
  id: 'tu-sach',
  title: {
    text: [[{ stress: 'Nối với gần' }], [{ figure: '300' }], 'tủ sách ở lớp học', 'và ở từng xóm'],
    source: cite('banTin', 2),
  },
  sites: 300,
  hub: { text: ['phòng đọc chính', 'bên hồ'], source: cite('banTin', 2) },
  drawing: 'Một chấm lớn: phòng đọc chính bên hồ. Mảng chấm nhỏ: gần 300 tủ sách.',
  remark: 'Hình vẽ không theo vị trí địa lý.',
  furtherGaps: ['con số chính xác', 'tên từng tủ sách'],
  notes: [
    {
      step: 0,
      say: 'Chấm lớn là phòng đọc chính bên hồ, các chấm nhỏ là những tủ sách ở lớp học và ở từng xóm.',
    },
    {
      step: 1,
      say: 'Khi nói nên giữ nguyên chữ gần, vì bản tin không đếm xem có bao nhiêu tủ sách.',
    },
    { step: 1, say: 'Bản tin không kể tên từng tủ sách. Tiếp theo là khách mời.' },
  ],
}

export const guests: PeopleSlide = {
  layout: 'people',
  id: 'khach-moi',
  title: { editorial: ['Khách mời được bài nêu tên'] },
  people: [
    {
      name: { text: ['Trần Thị Sen'], source: cite('banTin', 3) },
      roles: [
        { text: ['Thủ thư'], source: cite('banTin', 3) },
        { text: ['Phụ trách phòng đọc', 'Thư viện làng Mây'], source: cite('banTin', 3, 5) },
      ],
      deed: { text: [[{ stress: 'kể chuyện và tặng sách' }]], source: cite('banTin', 3) },
    },
    {
      name: { text: ['Phạm Văn Trúc'], source: cite('banTin', 3) },
      roles: [{ text: ['Thợ đóng sách', 'ở xóm Hạ'], source: cite('banTin', 3) }],
      deed: { text: ['vá bìa tại sân đình'], source: cite('banTin', 3) },
    },
  ],
  gaps: ['người dẫn chuyện', 'số khách'],
  notes: [
    {
      say: 'Bản tin nêu tên hai khách mời: bà Trần Thị Sen kể chuyện và tặng sách, ông Phạm Văn Trúc vá bìa tại sân đình.',
    },
    { aside: 'Hỏi có bao nhiêu khách: bài không nêu.' },
  ],
}

export const programme: ProgrammeSlide = {
  layout: 'programme',
  id: 'lich-ngay',
  title: { editorial: ['Lịch của ngày hội'] },
  items: [
    {
      text: ['Các bạn nhỏ nghe', 'một câu chuyện'],
      source: cite('banTin', 5),
      parts: ['Chuyện kể'],
    },
    {
      text: ['Tiếp theo, bà Trần Thị Sen', 'đọc sổ mượn sách', 'và giới thiệu sách mới'],
      source: cite('banTin', 5),
      parts: ['Con số', 'Sách mới'],
    },
    { text: ['Chia việc', 'cho mùa đông'], source: cite('banTin', 8), parts: ['3 việc'] },
  ],
  furtherGaps: ['thời lượng từng mục'],
  core: true,
  notes: [
    { say: 'Lịch gồm ba mục; số thứ tự là của người biên tập, xếp theo trình tự của bản tin.' },
    { say: 'Dải vạch ở mép trên mỗi trang cho biết ta đang ở phần nào.' },
  ],
}

/** A title between quotation marks, with gaps on the slide and one that only the speaker sees. */
export const story: QuotedSlide = {
  layout: 'quoted',
  id: 'chuyen-ke',
  act: { text: ['Các bạn nhỏ đã được nghe câu chuyện'], source: cite('banTin', 6) },
  title: {
    text: ['Chú mèo thủ thư', 'và những quyển sách bị bỏ quên', 'trên gác xép của ngôi nhà cũ'],
    source: cite('banTin', 6),
  },
  gaps: ['người kể', 'đoạn kết'],
  furtherGaps: ['số trang'],
  core: true,
  notes: [
    { say: 'Đọc chậm, đọc đủ tên câu chuyện như trên màn hình, vì bản tin để trong ngoặc kép.' },
    { say: 'Ai kể và kết thúc ra sao: bài không nêu. Tiếp theo, ta sang những con số.' },
  ],
}

/** As many steps as any: a column without a gap of its own, one with two digits, one uncounted. */
export const figures: CountsSlide = {
  layout: 'counts',
  id: 'con-so',
  title: { text: ['Sổ mượn sách ghi lại (khoá hè)'], source: cite('banTin', 7) },
  counts: [
    {
      lead: 'mở và xếp lên kệ',
      figure: 3,
      text: ['thùng sách'],
      marks: { named: 1, unnamed: 2 },
      gap: 'người gửi hai thùng',
      source: cite('banTin', 7),
    },
    {
      lead: 'cho mượn',
      figure: 12,
      text: ['truyện tranh'],
      marks: { named: 12, unnamed: 0 },
      source: cite('banTin', 7, 8),
    },
    {
      lead: 'sửa lại',
      text: ['kệ gỗ', 'cũ'],
      gap: 'ngày sửa xong',
      source: cite('banTin', 8),
    },
  ],
  furtherGaps: ['tên người mượn'],
  notes: [
    {
      step: 0,
      say: 'Thư viện mở và xếp lên kệ ba thùng sách. Bản tin chỉ kể ai gửi một thùng, hai thùng kia bài không nêu.',
    },
    { step: 1, say: 'Thư viện cho mượn mười hai truyện tranh, cuốn nào bản tin cũng kể tên.' },
    { step: 2, say: 'Thư viện sửa lại kệ gỗ cũ. Bản tin không nói bao giờ sửa xong.' },
    { step: 2, say: 'Chấm đặc trên hình là điều bài có nêu, vòng rỗng là điều bài không nêu.' },
  ],
}

/** A figure that needs two rows of units, and one whose unit is named. */
export const helpers: UnitsSlide = {
  layout: 'units',
  id: 'nguoi-giup',
  title: { text: ['Người giúp một tay'], source: cite('banTin', 8) },
  counts: [
    {
      figure: 14,
      text: ['bạn nhỏ', 'bê sách'],
      marks: { named: 0, unnamed: 14 },
      gap: 'tên 14 bạn nhỏ',
      source: cite('banTin', 8),
    },
    {
      figure: 1,
      text: ['thợ đóng sách'],
      marks: { named: 1, unnamed: 0 },
      source: cite('banTin', 3, 8),
    },
  ],
  notes: [
    { step: 0, say: 'Mười bốn bạn nhỏ bê sách từ ngoài sân vào phòng đọc.' },
    { step: 1, say: 'Cùng với các bạn là một thợ đóng sách. Tên mười bốn bạn nhỏ, bài không nêu.' },
  ],
}

/** Numbers of one digit and of two. */
export const newBooks: TopicsSlide = {
  layout: 'topics',
  id: 'sach-moi',
  title: { editorial: ['Sách mới cho mùa đông'] },
  from: 9,
  topics: [
    { text: ['tập thơ', [{ stress: 'Mưa bụi' }], 'có tranh vẽ'], source: cite('banTin', 9) },
    {
      text: ['sổ tay', ['trồng ', { stress: 'hoa cúc' }], 'ngoài hiên'],
      source: cite('banTin', 9),
    },
  ],
  furtherGaps: ['giá bìa'],
  notes: [
    { step: 0, say: 'Quyển thứ chín trong danh mục là tập thơ Mưa bụi, có tranh vẽ.' },
    {
      step: 1,
      say: 'Quyển thứ mười là sổ tay trồng hoa cúc ngoài hiên; bản tin không nêu giá bìa. Tiếp theo là ba việc.',
    },
  ],
}
