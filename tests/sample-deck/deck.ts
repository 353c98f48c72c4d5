import type { Deck } from '../../src/model/deck/deck.ts'
import { about, gaps, imprint } from './closing.ts'
import { cover, figures, guests, newBooks, programme, shelves, story } from './opening.ts'
import { tasks } from './tasks.ts'

/**
 * The deck that the tests of how everything works run on: an invented book day, with each layout
 * once, and parts of one slide and of three. The deck of `slides/` may change without a word of theirs.
 * Many tests name its page numbers and its 12 slides: to try a layout, make a deck of your own and
 * show it with `DECK=path/to/deck.ts npm start`.
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
    { name: 'Con số', slides: [figures] },
    { name: 'Sách mới', slides: [newBooks] },
    { name: '3 việc', heading: 'Ba việc cho mùa đông', slides: tasks },
  ],
  closing: [gaps, about],
  questions: 4,
  imprint,
}
