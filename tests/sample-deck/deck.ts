import type { Deck } from '../../src/model/deck/deck.ts'
import { about, ending, gaps, imprint, recap } from './closing.ts'
import { cover, figures, guests, helpers, newBooks, programme, shelves, story } from './opening.ts'
import { opener, tasks } from './tasks.ts'

/**
 * The deck that the tests of how everything works run on: an invented book day, with each layout
 * once, and parts of one slide, two and more. Tests name its slides by id and count them from here,
 * so that a slide may be added anywhere.
 */
export const deck: Deck = {
  id: 'ngay-hoi-sach',
  title: 'Ngày hội sách tháng 10/2031',
  description:
    'Bộ trang chiếu tưởng tượng về ngày hội sách của thư viện làng Mây tháng 10/2031. Nguồn: Bản tin Mây, tác giả Lê Mai.',
  compounds: ['Thư viện', 'làng Mây'],
  cover,
  parts: [
    { name: 'Buổi sáng', slides: [shelves, guests, programme] },
    { name: 'Chuyện kể', slides: [story] },
    { name: 'Con số', slides: [figures, helpers] },
    { name: 'Sách mới', slides: [newBooks] },
    { name: '3 việc', heading: 'Ba việc cho mùa đông', slides: [opener, ...tasks] },
  ],
  closing: [recap, gaps, about, ending],
  questions: 4,
  imprint,
}
