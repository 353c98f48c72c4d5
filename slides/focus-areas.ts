import type { Series } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

const source = cite('kinhtedothi', 9)

export const focusAreas: Series<'Trọng tâm', 2> = [
  {
    layout: 'halves',
    id: 'trong-tam-1',
    order: { kind: 'Trọng tâm', number: 1 },
    title: {
      text: ['Tiếp tục đổi mới mạnh mẽ, toàn diện,', 'đồng bộ, hiệu quả công tác cán bộ;'],
      source,
    },
    left: [{ text: ['chuẩn hoá, siết chặt kỷ luật, kỷ cương'], source }],
    right: [
      {
        text: [
          [{ stress: 'đi đôi với' }, ' tạo cơ chế, môi trường, điều kiện'],
          'để khuyến khích đổi mới, sáng tạo phục vụ phát triển',
          'và bảo vệ cán bộ dám nghĩ, dám làm,',
          'dám đột phá vì lợi ích chung',
        ],
        source,
      },
    ],
    furtherGaps: ['cơ chế cụ thể'],
    core: true,
    notes: [
      {
        say: 'Trọng tâm thứ nhất: tiếp tục đổi mới mạnh mẽ, toàn diện, đồng bộ, hiệu quả công tác cán bộ; chuẩn hoá, siết chặt kỷ luật, kỷ cương.',
      },
      {
        say: 'Việc này đi đôi với tạo cơ chế, môi trường, điều kiện để khuyến khích đổi mới, sáng tạo phục vụ phát triển và bảo vệ cán bộ dám nghĩ, dám làm, dám đột phá vì lợi ích chung.',
      },
      {
        aside:
          'Nhấn “đi đôi với”. Hai vế sau “để” cùng dựa vào “tạo cơ chế, môi trường, điều kiện”: đọc liền, không tách. Hỏi cơ chế cụ thể: bài không nêu.',
      },
    ],
  },
  {
    layout: 'halves',
    id: 'trong-tam-2',
    order: { kind: 'Trọng tâm', number: 2 },
    title: {
      text: [
        'Tập trung xây dựng đội ngũ cán bộ',
        'cấp chiến lược và bí thư cấp ủy,',
        'người đứng đầu các cấp',
      ],
      source,
    },
    left: [
      {
        text: [
          [{ stress: 'đi đôi với' }],
          'phân cấp, phân quyền',
          'nhằm phát huy',
          'tính chủ động, sáng tạo;',
        ],
        source,
      },
    ],
    right: [
      {
        text: ['đồng thời tăng cường', 'kiểm tra, giám sát,', 'kiểm soát chặt chẽ', 'quyền lực'],
        source,
      },
    ],
    furtherGaps: ['tiêu chuẩn cán bộ', 'số lượng cán bộ'],
    core: true,
    notes: [
      {
        say: 'Trọng tâm thứ hai: tập trung xây dựng đội ngũ cán bộ cấp chiến lược và bí thư cấp ủy, người đứng đầu các cấp.',
      },
      {
        say: 'Việc này đi đôi với phân cấp, phân quyền nhằm phát huy tính chủ động, sáng tạo; đồng thời tăng cường kiểm tra, giám sát, kiểm soát chặt chẽ quyền lực.',
      },
      {
        aside:
          'Nhấn “đi đôi với”, “đồng thời”. “Kiểm soát chặt chẽ quyền lực” có ở cả trọng tâm này và đột phá 2. Hỏi tiêu chuẩn cán bộ, số lượng cán bộ: bài không nêu.',
      },
    ],
  },
]
