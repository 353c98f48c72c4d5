import type { OpenerSlide, Series } from '../../src/model/deck/slide.ts'
import { nonEmpty } from '../../src/model/non-empty.ts'
import { cite } from './sources.ts'

const source = cite('banTin', 8)

/** A series, each of its slides in another of the layouts that a series may take. */
export const tasks: Series<'Việc', 3> = [
  {
    layout: 'halves',
    id: 'viec-1',
    order: { kind: 'Việc', number: 1 },
    title: { text: ['Tiếp tục dọn dẹp gọn gàng,', 'sạch sẽ phòng đọc chính'], source },
    left: [{ text: ['quét bụi,', 'lau bàn,', 'tưới cây'], source }],
    right: [
      { text: [[{ stress: 'cùng với' }, ' dán nhãn mới'], 'cho từng ngăn kệ'], source },
      { text: ['và chừa một góc yên tĩnh', 'để ngồi vẽ'], source },
    ],
    furtherGaps: ['ngày dọn'],
    core: true,
    notes: [
      {
        say: 'Việc thứ nhất có hai vế: bên trái là dọn dẹp, bên phải là dán nhãn và chừa một góc yên tĩnh.',
      },
      { say: 'Bài không nêu ngày dọn. Tiếp theo là việc 2.' },
    ],
  },
  {
    layout: 'points',
    id: 'viec-2',
    order: { kind: 'Việc', number: 2 },
    title: { text: ['Vá lại những quyển sách rách'], source },
    lead: { text: ['theo cách:'], source },
    rows: [
      { text: ['nhẹ tay, kiên nhẫn,'], source },
      { text: ['bằng hồ nếp và giấy dó,'], source },
      { text: [['và ', { stress: 'giữ nguyên' }, ' bìa cũ'], 'nếu còn đọc được'], source },
    ],
    furtherGaps: ['số sách phải vá'],
    core: true,
    notes: [
      { say: 'Việc thứ hai là vá sách; đọc lần lượt từng hàng, các hàng này bản tin không đếm.' },
      { say: 'Bài không nêu có bao nhiêu quyển phải vá. Tiếp theo là việc 3.' },
    ],
  },
  {
    layout: 'sentence',
    id: 'viec-3',
    order: { kind: 'Việc', number: 3 },
    title: {
      text: [
        'Mỗi bạn nhỏ',
        'mang đến một quyển',
        'và mang về',
        'một quyển',
        [{ stress: 'không của riêng mình' }],
      ],
      source,
    },
    furtherGaps: ['hạn mang trả'],
    core: true,
    notes: [
      { say: 'Việc thứ ba là một câu trọn vẹn, nên đọc cả câu một lần rồi dừng lại một nhịp.' },
      { say: 'Bài không nêu hạn mang trả. Ta đã đi hết ba việc.' },
    ],
  },
]

/** Before the first of the series: as many items as the series has slides. */
export const opener: OpenerSlide = {
  layout: 'opener',
  id: 'ba-viec',
  title: { text: [[{ figure: '3' }], 'việc'], source },
  items: nonEmpty(tasks.map(({ title }) => title)),
  notes: [
    { say: 'Cả làng còn ba việc cho mùa đông: dọn phòng đọc, vá sách rách và đổi sách cho nhau.' },
  ],
}
