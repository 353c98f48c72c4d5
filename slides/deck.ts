import type { Deck } from '../src/model/deck/deck.ts'
import { about, ending, gaps, imprint, recap } from './about.ts'
import { attendees, network, programme } from './agenda.ts'
import { breakthroughs, opener } from './breakthroughs.ts'
import { cover } from './cover.ts'
import { cyberDefence } from './cyber-defence.ts'
import { directive, further, mandate, topics } from './directives.ts'
import { focusAreas } from './focus-areas.ts'
import { resolution, results, tasks } from './resolution-summary.ts'

/** The deck: its slides in the order of the talk. */
export const deck: Deck = {
  id: 'hoi-nghi-2018-05',
  title: 'Hội nghị báo cáo viên tháng 5/2018',
  description:
    'Bộ trang chiếu về Hội nghị báo cáo viên các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương tháng 5/2018. Nguồn: bài của Trần Long trên Kinhtedothi.',
  compounds: [
    'cấp tỉnh, cấp huyện',
    'Phó Trưởng ban',
    'Ban Tuyên giáo',
    'Hội nghị Trung ương 7',
    'Hội nghị',
    'Trung ương',
    'báo cáo viên',
    'trực thuộc',
    'bí thư',
    'tỉnh ủy',
    'thành ủy',
    'đảng ủy',
    'Thành ủy',
    'cấp ủy',
    'cán bộ',
    'kết quả',
    'phong cách',
    'cấp tỉnh',
    'nhất là cấp chiến lược',
    'thay thế kịp thời',
    'kỷ luật',
    'kỷ cương',
    'gắn bó máu thịt',
    'môi trường',
    'điều kiện',
    'mạnh mẽ',
    'đánh giá',
    'phẩm chất',
    'tình trạng',
    'quyền lực',
    'Nhân dân',
    'Hà Nội',
    'Hồ Chí Minh',
    'Chỉ thị 05-CT/TW',
    'Quý II/2018',
  ],
  cover,
  parts: [
    { name: 'Chương trình', slides: [programme, network, attendees] },
    { name: 'Chuyên đề', slides: [cyberDefence] },
    {
      name: 'Trung ương 7',
      heading: 'Kết quả Hội nghị Trung ương 7',
      slides: [results, resolution, tasks],
    },
    { name: '2 trọng tâm', heading: 'Hai trọng tâm', slides: focusAreas },
    { name: '5 đột phá', heading: 'Năm đột phá', slides: [opener, ...breakthroughs] },
    { name: 'Định hướng', slides: [mandate, topics, further, directive] },
  ],
  closing: [recap, gaps, about, ending],
  questions: 5,
  imprint,
}
