/** The slides of each module of the facts sheet. */
export const modules = {
  cover: ['hoi-nghi'],
  about: ['nguon'],
  agenda: ['diem-cau', 'nguoi-du', 'chuong-trinh'],
  cyber: ['chuyen-de'],
  resolution: ['ket-qua', 'nghi-quyet', 'nhom-viec'],
  focus1: ['trong-tam-1'],
  focus2: ['trong-tam-2'],
  b1: ['dot-pha-1'],
  b2: ['dot-pha-2'],
  b3: ['dot-pha-3'],
  b4: ['dot-pha-4'],
  b5: ['dot-pha-5'],
  directives: ['dinh-huong', 'cac-ket-qua', 'chi-thi-05', 'ben-canh-do'],
} as const

export type Module = keyof typeof modules

/** Fact, module, words that must stand on one slide, and the paragraphs one of which it cites. */
export const facts: readonly [string, Module, readonly string[], readonly number[]][] = [
  [
    'F01',
    'cover',
    ['Hội nghị báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương'],
    [1, 4],
  ],
  ['F02', 'cover', ['Tập trung tuyên truyền kết quả Hội nghị Trung ương 7'], [1]],
  ['F03', 'about', ['tác giả Trần Long'], [2]],
  ['F04', 'about', ['Nguồn Kinhtedothi'], [4]],
  ['F05', 'cover', ['Sáng 18/5'], [4]],
  ['F06', 'cover', ['Đơn vị tổ chức: Ban Tuyên giáo Trung ương'], [4]],
  ['F07', 'cover', ['Kỳ hội nghị: tháng 5/2018'], [4]],
  ['F08', 'cover', ['trực tuyến'], [4]],
  ['F09', 'agenda', ['đầu cầu Trung ương tại Hà Nội'], [4]],
  ['F10', 'agenda', ['Kết nối đến gần 300 điểm cầu'], [4]],
  ['F11', 'agenda', ['điểm cầu cấp tỉnh và cấp huyện'], [4]],
  ['F12', 'agenda', ['trên cả nước'], [4]],
  ['F13', 'agenda', ['Võ Văn Phuông Ủy viên Trung ương Đảng'], [5]],
  [
    'F14',
    'agenda',
    ['Võ Văn Phuông', 'Phó Trưởng ban Thường trực Ban Tuyên giáo Trung ương'],
    [5, 7],
  ],
  ['F15', 'agenda', ['Võ Văn Phuông', 'dự và phát biểu chỉ đạo'], [5]],
  ['F16', 'agenda', ['Nguyễn Văn Phong Trưởng ban Tuyên giáo Thành ủy'], [5]],
  ['F17', 'agenda', ['Nguyễn Văn Phong', 'dự tại đầu cầu Hà Nội'], [5]],
  ['F18', 'agenda', ['Nghe chuyên đề về chiến tranh mạng'], [7]],
  [
    'F19',
    'agenda',
    ['Tiếp theo, ông Võ Văn Phuông thông báo nhanh về kết quả Hội nghị Trung ương 7'],
    [7],
  ],
  ['F20', 'agenda', ['Định hướng công tác thông tin tuyên truyền trong thời gian tới'], [11]],
  [
    'F21',
    'cyber',
    [
      '“Chiến tranh mạng và nhiệm vụ bảo vệ Tổ quốc trên không gian mạng của Việt Nam trong tình hình hiện nay”',
    ],
    [7],
  ],
  [
    'F22',
    'cyber',
    ['Các đại biểu đã được nghe chuyên đề về', 'Bài báo không nêu người trình bày nội dung'],
    [7],
  ],
  ['F23', 'resolution', ['Hội nghị Trung ương 7 (khoá XII)'], [7, 11]],
  ['F24', 'resolution', ['thảo luận và thông qua 3 nghị quyết'], [8]],
  ['F25', 'resolution', ['xem xét 3 báo cáo'], [8]],
  ['F26', 'resolution', ['thực hiện công tác cán bộ'], [8]],
  [
    'F27',
    'resolution',
    [
      'Đặc biệt, Trung ương đã thảo luận, cho ý kiến về Đề án tập trung xây dựng đội ngũ cán bộ các cấp',
    ],
    [8],
  ],
  [
    'F28',
    'resolution',
    [
      'từ đó quyết định thông qua Nghị quyết “Tập trung xây dựng đội ngũ cán bộ các cấp, nhất là cấp chiến lược đủ phẩm chất, năng lực và uy tín, ngang tầm nhiệm vụ”',
    ],
    [8],
  ],
  ['F29', 'resolution', ['cán bộ các cấp, nhất là cấp chiến lược'], [8]],
  ['F30', 'resolution', ['Ban Chấp hành Trung ương Đảng xác định'], [8]],
  ['F31', 'resolution', ['8 nhóm nhiệm vụ giải pháp', 'Bài báo không nêu nội dung 8 nhóm'], [8]],
  ['F32', 'resolution', ['2 trọng tâm'], [8, 9]],
  ['F33', 'resolution', ['5 đột phá'], [8, 10]],
  [
    'F34',
    'focus1',
    ['Tiếp tục đổi mới mạnh mẽ, toàn diện, đồng bộ, hiệu quả công tác cán bộ; chuẩn hoá'],
    [9],
  ],
  ['F35', 'focus1', ['chuẩn hoá, siết chặt kỷ luật, kỷ cương đi đôi với tạo cơ chế'], [9]],
  [
    'F36',
    'focus1',
    [
      'đi đôi với tạo cơ chế, môi trường, điều kiện để khuyến khích đổi mới, sáng tạo phục vụ phát triển và bảo vệ cán bộ',
    ],
    [9],
  ],
  [
    'F37',
    'focus1',
    ['phục vụ phát triển và bảo vệ cán bộ dám nghĩ, dám làm, dám đột phá vì lợi ích chung'],
    [9],
  ],
  [
    'F38',
    'focus2',
    ['Tập trung xây dựng đội ngũ cán bộ cấp chiến lược và bí thư cấp ủy, người đứng đầu các cấp'],
    [9],
  ],
  ['F39', 'focus2', ['và bí thư cấp ủy, người đứng đầu các cấp'], [9]],
  [
    'F40',
    'focus2',
    ['đi đôi với phân cấp, phân quyền nhằm phát huy tính chủ động, sáng tạo; đồng thời'],
    [9],
  ],
  ['F41', 'focus2', ['đồng thời tăng cường kiểm tra, giám sát, kiểm soát chặt chẽ quyền lực'], [9]],
  ['F42', 'focus2', ['kiểm soát chặt chẽ quyền lực'], [9]],
  ['F43', 'b1', ['Đổi mới công tác đánh giá cán bộ'], [10]],
  ['F44', 'b1', ['theo hướng: xuyên suốt, liên tục, đa chiều'], [10]],
  ['F45', 'b1', ['theo nhiều tiêu chí, bằng sản phẩm'], [10]],
  ['F46', 'b1', ['thông qua khảo sát, công khai kết quả'], [10]],
  ['F47', 'b1', ['và so sánh với chức danh tương đương'], [10]],
  ['F48', 'b2', ['Kiểm soát chặt chẽ quyền lực'], [10]],
  ['F49', 'b2', ['quyền lực, sàng lọc kỹ càng, thay thế kịp thời;'], [10]],
  ['F50', 'b2', ['thời; chấm dứt tình trạng chạy chức, chạy quyền'], [10]],
  [
    'F51',
    'b3',
    [
      'Thực hiện nhất quán chủ trương bố trí bí thư cấp ủy cấp tỉnh, cấp huyện không là người địa phương',
    ],
    [10],
  ],
  ['F52', 'b3', ['bí thư cấp ủy cấp tỉnh, cấp huyện'], [10]],
  ['F53', 'b4', ['Cải cách chính sách tiền lương và nhà ở'], [10]],
  [
    'F54',
    'b4',
    ['nhà ở để tạo động lực cho cán bộ phấn đấu, toàn tâm, toàn ý với công việc;'],
    [10],
  ],
  ['F55', 'b4', ['công việc; có cơ chế chính sách để tạo cạnh tranh bình đẳng, lành mạnh'], [10]],
  ['F56', 'b4', ['và thu hút, trọng dụng nhân tài có trọng tâm, trọng điểm'], [10]],
  [
    'F57',
    'b5',
    [
      'Hoàn thiện cơ chế để cán bộ, đảng viên thật sự gắn bó máu thịt, mật thiết với Nhân dân và thông qua đó',
    ],
    [10],
  ],
  ['F58', 'b5', ['thông qua đó Nhân dân tham gia xây dựng đội ngũ cán bộ'], [10]],
  ['F59', 'directives', ['yêu cầu', 'Phó Trưởng ban Thường trực Ban Tuyên giáo Trung ương'], [11]],
  [
    'F60',
    'directives',
    ['báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương'],
    [11],
  ],
  ['F61', 'directives', ['1 kết quả Hội nghị Trung ương 7 (khoá XII)'], [11]],
  ['F62', 'directives', ['2 kết quả sau 2 năm thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị'], [11]],
  [
    'F63',
    'directives',
    [
      'Chỉ thị 05-CT/TW của Bộ Chính trị về “Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”',
    ],
    [11],
  ],
  ['F64', 'directives', ['3 kết quả nửa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng các cấp'], [11]],
  [
    'F65',
    'directives',
    ['4 kết quả thực hiện nhiệm vụ kinh tế - xã hội của cả nước Quý II/2018'],
    [11],
  ],
  [
    'F66',
    'directives',
    [
      '5 tuyên truyền, vận động, nâng cao nhận thức, ý thức trách nhiệm của cán bộ, đảng viên và Nhân dân đối với công tác phòng chống lụt bão, úng ngập',
    ],
    [12],
  ],
  ['F67', 'directives', ['đối với công tác phòng chống lụt bão, úng ngập'], [12]],
  [
    'F68',
    'directives',
    ['các hoạt động nhân kỷ niệm 70 năm Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc'],
    [12],
  ],
  ['F69', 'about', ['Văn bản nguồn dừng ở dấu “…”; người biên tập không có phần sau'], [12]],
  ['F70', 'about', ['chú thích “Quang cảnh hội nghị”, ảnh không kèm theo'], [6]],
]

/** How many facts the sheet has. */
export const count = 70

/** Words that these slides say above their foot, and why they are watched. */
export const said: readonly [string, readonly string[], string][] = [
  ['trong-tam-2', ['kiểm soát chặt chẽ quyền lực'], 'stands in the article twice, here and next'],
  ['dot-pha-2', ['Kiểm soát chặt chẽ quyền lực'], 'no duplicate of the one before'],
  [
    'nguon',
    [
      'Kinhtedothi, tác giả Trần Long',
      'sáng 18/5/2018',
      'dừng ở dấu “…”',
      'số thứ tự trên trang do người biên tập đánh',
      'không phải văn bản do cơ quan nào ban hành',
    ],
    'where everything comes from, and that nobody issued it',
  ],
]

/** All that these slides say above their foot. */
export const whole: readonly [string, string][] = [
  [
    'chuyen-de',
    'Chuyên đề Các đại biểu đã được nghe chuyên đề về “Chiến tranh mạng và nhiệm vụ bảo vệ Tổ quốc trên không gian mạng của Việt Nam trong tình hình hiện nay” Bài báo không nêu người trình bày nội dung',
  ],
]

/** What the outline says first, before its own headings. */
export const imprint: readonly string[] = [
  'tài liệu tham khảo, tóm lược một bài báo công khai, không phải văn bản do cơ quan nào ban hành',
  'Kinhtedothi, tác giả Trần Long',
  '1 là đầu đề, 4 là đoạn mở đầu',
]

/** How the outline numbers: a claim among several of a slide, and a slide of a part. */
export const numbered: readonly string[] = [
  'a) thảo luận và thông qua 3 nghị quyết (đoạn 8)',
  '3. Đột phá 3: Thực hiện nhất quán',
]
