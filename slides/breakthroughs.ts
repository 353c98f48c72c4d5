import type { Series } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

const source = cite('kinhtedothi', 10)

export const breakthroughs: Series<'Đột phá', 5> = [
  {
    layout: 'points',
    id: 'dot-pha-1',
    order: { kind: 'Đột phá', number: 1 },
    title: { text: ['Đổi mới công tác đánh giá cán bộ'], source },
    lead: { text: ['theo hướng:'], source },
    rows: [
      { text: ['xuyên suốt, liên tục, đa chiều,'], source },
      { text: ['theo nhiều tiêu chí, bằng sản phẩm,'], source },
      { text: ['thông qua khảo sát, công khai kết quả'], source },
      { text: ['và so sánh với chức danh tương đương'], source },
    ],
    furtherGaps: ['các tiêu chí cụ thể'],
    minutes: 1.5,
    brief: 1,
    notes: [
      {
        text: 'Đột phá đầu tiên theo trình tự của bài là đổi mới công tác đánh giá cán bộ. Phần sau chữ theo hướng mô tả việc đánh giá ấy phải như thế nào.',
      },
      {
        text: 'Đọc lần lượt từng hàng: xuyên suốt, liên tục, đa chiều; theo nhiều tiêu chí, bằng sản phẩm; thông qua khảo sát, công khai kết quả; và so sánh với chức danh tương đương.',
      },
      {
        text: 'Nhấn vào các cụm từ bằng sản phẩm và công khai kết quả. Các hàng này bài không đếm, ta cũng không đếm. Bài không nêu các tiêu chí cụ thể là gì. Tiếp theo là đột phá 2.',
      },
    ],
  },
  {
    layout: 'points',
    id: 'dot-pha-2',
    order: { kind: 'Đột phá', number: 2 },
    title: { text: ['Kiểm soát chặt chẽ quyền lực'], source },
    rows: [
      { text: ['sàng lọc kỹ càng,', 'thay thế kịp thời;'], source },
      {
        text: [[{ stress: 'chấm dứt' }, ' tình trạng'], 'chạy chức, chạy quyền'],
        source,
      },
    ],
    furtherGaps: ['biện pháp', 'thời hạn'],
    minutes: 1.5,
    brief: 1,
    notes: [
      {
        text: 'Đột phá 2 mở đầu bằng kiểm soát chặt chẽ quyền lực. Cụm từ này ta vừa gặp ở trọng tâm 2; bài nêu ở cả hai chỗ nên ta giữ nguyên cả hai.',
      },
      {
        text: 'Hàng thứ nhất: sàng lọc kỹ càng, thay thế kịp thời. Hàng thứ hai: chấm dứt tình trạng chạy chức, chạy quyền. Nhấn vào chữ chấm dứt.',
      },
      {
        text: 'Lưu ý đây là định hướng của Nghị quyết, không phải kết quả đạt được; khi nói không dùng thì quá khứ. Bài không nêu biện pháp và thời hạn. Tiếp theo là đột phá 3.',
      },
    ],
  },
  {
    layout: 'sentence',
    id: 'dot-pha-3',
    order: { kind: 'Đột phá', number: 3 },
    title: {
      text: [
        'Thực hiện nhất quán',
        'chủ trương bố trí',
        'bí thư cấp ủy',
        'cấp tỉnh, cấp huyện',
        [{ stress: 'không là người địa phương' }],
      ],
      source,
    },
    furtherGaps: ['lộ trình', 'nơi thực hiện trước'],
    minutes: 1.5,
    brief: 1,
    notes: [
      {
        text: 'Đột phá 3 là một câu trọn vẹn, nên đọc cả câu một lần: thực hiện nhất quán chủ trương bố trí bí thư cấp ủy cấp tỉnh, cấp huyện không là người địa phương.',
      },
      {
        text: 'Nhấn vào hai điểm. Một là chữ nhất quán. Hai là phạm vi: bí thư cấp ủy cấp tỉnh, cấp huyện, không rộng hơn. Câu này không nói về cấp khác hay chức danh khác.',
      },
      {
        text: 'Bài không nêu lộ trình, không nêu nơi nào thực hiện trước. Nếu được hỏi về trường hợp cụ thể, xin trả lời là bài không nêu. Tiếp theo là đột phá 4.',
      },
    ],
  },
  {
    layout: 'halves',
    id: 'dot-pha-4',
    order: { kind: 'Đột phá', number: 4 },
    title: { text: ['Cải cách chính sách', 'tiền lương và nhà ở'], source },
    left: [
      {
        text: ['để tạo động lực', 'cho cán bộ phấn đấu,', 'toàn tâm, toàn ý', 'với công việc;'],
        source,
      },
    ],
    right: [
      {
        text: [[{ stress: 'có cơ chế chính sách' }, ' để tạo'], 'cạnh tranh bình đẳng, lành mạnh'],
        source,
      },
      { text: ['và thu hút, trọng dụng nhân tài', 'có trọng tâm, trọng điểm'], source },
    ],
    furtherGaps: ['mức lương', 'thời điểm thực hiện', 'cách làm về nhà ở'],
    minutes: 1.5,
    brief: 1,
    notes: [
      {
        text: 'Đột phá 4 là cải cách chính sách tiền lương và nhà ở. Bên trái là mục đích: để tạo động lực cho cán bộ phấn đấu, toàn tâm, toàn ý với công việc.',
      },
      {
        text: 'Bên phải là vế sau dấu chấm phẩy: có cơ chế chính sách để tạo cạnh tranh bình đẳng, lành mạnh và thu hút, trọng dụng nhân tài có trọng tâm, trọng điểm. Nhấn vào chữ cơ chế chính sách.',
      },
      {
        text: 'Bài không nêu mức lương, không nêu thời điểm thực hiện và không nói rõ cách làm về nhà ở. Ta dừng đúng ở câu của bài. Tiếp theo là đột phá 5.',
      },
    ],
  },
  {
    layout: 'points',
    id: 'dot-pha-5',
    order: { kind: 'Đột phá', number: 5 },
    title: {
      text: [
        'Hoàn thiện cơ chế',
        'để cán bộ, đảng viên thật sự gắn bó',
        'máu thịt, mật thiết với Nhân dân',
      ],
      source,
    },
    rows: [
      {
        text: [
          'và thông qua đó',
          [{ stress: 'Nhân dân tham gia' }],
          [{ stress: 'xây dựng đội ngũ cán bộ' }],
        ],
        source,
      },
    ],
    furtherGaps: ['cơ chế gồm những gì', 'hình thức Nhân dân tham gia'],
    minutes: 1.5,
    brief: 1,
    notes: [
      {
        text: 'Đột phá 5 là câu cuối trong phần này: hoàn thiện cơ chế để cán bộ, đảng viên thật sự gắn bó máu thịt, mật thiết với Nhân dân.',
      },
      {
        text: 'Vế sau nối bằng chữ thông qua đó: Nhân dân tham gia xây dựng đội ngũ cán bộ. Hai vế phải đi liền, vế sau là kết quả mong muốn của vế trước. Nhấn vào chủ thể Nhân dân tham gia.',
      },
      {
        text: 'Chữ Nhân dân viết hoa theo đúng bài. Bài không nêu cơ chế ấy gồm những gì và Nhân dân tham gia bằng hình thức nào. Ta đã đi hết 5 đột phá, tiếp theo là phần định hướng.',
      },
    ],
  },
]
