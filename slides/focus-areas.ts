import type { Series } from '../src/model/deck/slide.ts'
import { cite } from './sources.ts'

const source = cite('kinhtedothi', 9)

export const focusAreas: Series<'Trọng tâm', 2> = [
  {
    layout: 'halves',
    id: 'trong-tam-1',
    order: { kind: 'Trọng tâm', number: 1 },
    title: {
      text: ['Tiếp tục đổi mới mạnh mẽ, toàn diện,', 'đồng bộ, hiệu quả công tác cán bộ'],
      source,
    },
    left: [{ text: ['chuẩn hoá,', 'siết chặt kỷ luật,', 'kỷ cương'], source }],
    right: [
      {
        text: [[{ stress: 'đi đôi với' }, ' tạo cơ chế,'], 'môi trường, điều kiện để'],
        source,
      },
      { text: ['khuyến khích đổi mới, sáng tạo', 'phục vụ phát triển'], source },
      {
        text: ['và bảo vệ cán bộ', 'dám nghĩ, dám làm, dám đột phá', 'vì lợi ích chung'],
        source,
      },
    ],
    furtherGaps: ['cơ chế cụ thể'],
    minutes: 2,
    brief: 1.5,
    notes: [
      {
        text: 'Trọng tâm thứ nhất mở đầu bằng yêu cầu tiếp tục đổi mới mạnh mẽ, toàn diện, đồng bộ, hiệu quả công tác cán bộ.',
      },
      {
        text: 'Nhìn sang hai cột: bên trái là chuẩn hoá, siết chặt kỷ luật, kỷ cương; bên phải là tạo cơ chế, môi trường, điều kiện. Hai vế gắn với nhau bằng cụm từ đi đôi với, đó là chữ cần nhấn.',
      },
      {
        text: 'Vế bên phải có hai mục đích cùng hưởng một điều kiện: để khuyến khích đổi mới, sáng tạo phục vụ phát triển, và bảo vệ cán bộ dám nghĩ, dám làm, dám đột phá vì lợi ích chung. Khi nói đừng tách rời hai mục đích này.',
      },
      {
        text: 'Bài không nêu cơ chế cụ thể là gì. Tiếp theo là trọng tâm thứ hai.',
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
          'tính chủ động, sáng tạo',
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
    minutes: 2,
    brief: 1.5,
    notes: [
      {
        text: 'Trọng tâm thứ hai nói về con người: tập trung xây dựng đội ngũ cán bộ cấp chiến lược và bí thư cấp ủy, người đứng đầu các cấp. Đọc liền một mạch, vì đó là một đối tượng.',
      },
      {
        text: 'Việc xây dựng đội ngũ đi đôi với phân cấp, phân quyền nhằm phát huy tính chủ động, sáng tạo. Nhấn vào cụm từ đi đôi với.',
      },
      {
        text: 'Đồng thời tăng cường kiểm tra, giám sát, kiểm soát chặt chẽ quyền lực. Cụm từ kiểm soát chặt chẽ quyền lực sẽ gặp lại ở đột phá 2; bài nhắc hai lần, ta cũng giữ cả hai.',
      },
      {
        text: 'Bài không nêu tiêu chuẩn hay số lượng cán bộ của từng cấp. Tiếp theo là 5 đột phá.',
      },
    ],
  },
]
