import type { OpenerSlide, Series } from '../src/model/deck/slide.ts'
import type { Lines } from '../src/model/deck/text.ts'
import { type NonEmpty, nonEmpty } from '../src/model/non-empty.ts'
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
    core: true,
    notes: [
      {
        say: 'Đột phá thứ nhất: đổi mới công tác đánh giá cán bộ theo hướng xuyên suốt, liên tục, đa chiều, theo nhiều tiêu chí, bằng sản phẩm, thông qua khảo sát, công khai kết quả và so sánh với chức danh tương đương.',
      },
      {
        say: 'Câu này dài, xin quý vị theo dõi từng dòng trên màn hình.',
      },
      {
        aside:
          'Đọc chậm, mỗi hàng một hơi. Bài không đếm các hàng này. Hỏi tiêu chí cụ thể: bài không nêu.',
      },
    ],
  },
  {
    layout: 'sentence',
    id: 'dot-pha-2',
    order: { kind: 'Đột phá', number: 2 },
    title: {
      text: [
        'Kiểm soát chặt chẽ quyền lực,',
        'sàng lọc kỹ càng,',
        'thay thế kịp thời;',
        [{ stress: 'chấm dứt' }, ' tình trạng'],
        'chạy chức, chạy quyền',
      ],
      source,
    },
    furtherGaps: ['biện pháp', 'thời hạn'],
    core: true,
    notes: [
      {
        say: 'Đột phá thứ hai: kiểm soát chặt chẽ quyền lực, sàng lọc kỹ càng, thay thế kịp thời; chấm dứt tình trạng chạy chức, chạy quyền.',
      },
      {
        say: 'Cụm từ “kiểm soát chặt chẽ quyền lực” có cả trong trọng tâm thứ hai; ở đây, cụm từ ấy đứng đầu câu.',
      },
      {
        aside:
          'Nhấn “chấm dứt”. Bài không nói đã làm đến đâu: không thêm “đã”. Hỏi biện pháp, thời hạn: bài không nêu.',
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
    furtherGaps: ['lộ trình', 'thời điểm thực hiện'],
    core: true,
    notes: [
      {
        say: 'Đột phá thứ ba: thực hiện nhất quán chủ trương bố trí bí thư cấp ủy cấp tỉnh, cấp huyện không là người địa phương.',
      },
      { say: 'Xin lưu ý phạm vi: bí thư cấp ủy cấp tỉnh, cấp huyện.' },
      {
        aside:
          'Nhấn “nhất quán”, “không là người địa phương”. Không mở rộng sang cấp khác, chức danh khác. Hỏi lộ trình, thời điểm thực hiện, trường hợp cụ thể: bài không nêu.',
      },
    ],
  },
  {
    layout: 'points',
    id: 'dot-pha-4',
    order: { kind: 'Đột phá', number: 4 },
    title: { text: ['Cải cách chính sách tiền lương và nhà ở'], source },
    lead: {
      text: ['để tạo động lực cho cán bộ phấn đấu,', 'toàn tâm, toàn ý với công việc;'],
      source,
    },
    rows: [
      {
        text: [
          [{ stress: 'có cơ chế chính sách' }],
          'để tạo cạnh tranh bình đẳng, lành mạnh',
          'và thu hút, trọng dụng nhân tài',
          'có trọng tâm, trọng điểm',
        ],
        source,
      },
    ],
    furtherGaps: ['mức lương', 'thời điểm thực hiện', 'chính sách nhà ở cụ thể'],
    core: true,
    notes: [
      {
        say: 'Đột phá thứ tư có hai vế. Vế đầu: cải cách chính sách tiền lương và nhà ở để tạo động lực cho cán bộ phấn đấu, toàn tâm, toàn ý với công việc.',
      },
      {
        say: 'Vế sau: có cơ chế chính sách để tạo cạnh tranh bình đẳng, lành mạnh và thu hút, trọng dụng nhân tài có trọng tâm, trọng điểm.',
      },
      {
        aside:
          'Nhấn “cơ chế chính sách”. Hai vế ngang nhau, cách nhau một dấu chấm phẩy. Hỏi mức lương, thời điểm thực hiện, chính sách nhà ở cụ thể: bài không nêu.',
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
        'để cán bộ, đảng viên thật sự',
        'gắn bó máu thịt, mật thiết với Nhân dân',
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
    core: true,
    notes: [
      {
        say: 'Đột phá thứ năm: hoàn thiện cơ chế để cán bộ, đảng viên thật sự gắn bó máu thịt, mật thiết với Nhân dân và thông qua đó Nhân dân tham gia xây dựng đội ngũ cán bộ.',
      },
      { say: 'Hai vế đi liền nhau, nối bằng “thông qua đó”.' },
      {
        aside:
          'Đọc liền đến hết câu. Nhấn “Nhân dân tham gia”. Hỏi cơ chế gồm những gì, hình thức Nhân dân tham gia: bài không nêu.',
      },
    ],
  },
]

/** Their titles once more, in lines for the smaller letters of the overview. */
const inOverview: NonEmpty<Lines> = [
  ['Đổi mới công tác đánh giá cán bộ'],
  [
    'Kiểm soát chặt chẽ quyền lực, sàng lọc kỹ càng,',
    'thay thế kịp thời; chấm dứt tình trạng',
    'chạy chức, chạy quyền',
  ],
  [
    'Thực hiện nhất quán chủ trương bố trí bí thư cấp ủy',
    'cấp tỉnh, cấp huyện không là người địa phương',
  ],
  ['Cải cách chính sách tiền lương và nhà ở'],
  ['Hoàn thiện cơ chế để cán bộ, đảng viên thật sự', 'gắn bó máu thịt, mật thiết với Nhân dân'],
]

/** All five at once, before the first. */
export const opener: OpenerSlide = {
  layout: 'opener',
  id: 'nam-dot-pha',
  title: { text: [[{ figure: '5' }], 'đột phá'], source: cite('kinhtedothi', 8, 10) },
  items: nonEmpty(inOverview.map((text) => ({ text, source }))),
  remark: 'Đột phá 1, 4, 5 ghi phần đầu câu.',
  notes: [
    {
      say: 'Đây là 5 đột phá: đổi mới công tác đánh giá cán bộ; kiểm soát chặt chẽ quyền lực; bố trí bí thư cấp ủy cấp tỉnh, cấp huyện không là người địa phương; cải cách chính sách tiền lương và nhà ở; hoàn thiện cơ chế để cán bộ, đảng viên thật sự gắn bó máu thịt, mật thiết với Nhân dân. Tôi xin nói về từng đột phá.',
    },
    {
      aside:
        'Chỉ điểm tên, không giải thích: mỗi đột phá có trang riêng. Số thứ tự do người biên tập đánh; hỏi đột phá nào quan trọng hơn: bài không nêu.',
    },
  ],
}
