import { type Deck, gapsOf } from '../../src/model/deck/deck.ts'
import type {
  EndingSlide,
  GapsSlide,
  LabelledSlide,
  RecapSlide,
} from '../../src/model/deck/slide.ts'
import { cover, figures, guests, helpers, story } from './opening.ts'
import { cite } from './sources.ts'

/** A row of each kind: figures, an official title, and words. */
export const recap: RecapSlide = {
  layout: 'recap',
  id: 'nhin-lai',
  title: { editorial: ['Nhìn lại'] },
  rows: [
    { label: 'Con số', items: figures.counts },
    { label: 'Chuyện kể', quoted: story.title },
    { label: 'Mời gọi', items: [cover.focus] },
  ],
  notes: [
    {
      say: 'Nhìn lại, ngày hội có ba thùng sách, mười hai truyện tranh, một kệ gỗ cũ và một câu chuyện về chú mèo thủ thư.',
    },
  ],
}

export const gaps: GapsSlide = {
  layout: 'gaps',
  id: 'con-thieu',
  title: { editorial: ['Bài không nêu'] },
  of: [
    { label: 'Khách mời', gaps: gapsOf(guests) },
    { label: 'Chuyện kể', gaps: gapsOf(story) },
    { label: 'Con số', gaps: [...gapsOf(figures), ...gapsOf(helpers)] },
  ],
  notes: [
    {
      say: 'Trang này gom những điều người nghe hay hỏi mà bài không nêu, để dừng lại khi có câu hỏi.',
    },
    {
      say: 'Không nêu không có nghĩa là không có: bộ trang chiếu này chỉ dựa vào một bản tin, nên cứ hẹn người hỏi sẽ tìm đọc thêm.',
    },
  ],
}

/** The page about the source; its longest line is as long as a line of body text may be. */
export const about: LabelledSlide = {
  layout: 'labelled',
  id: 've-nguon',
  title: { editorial: ['Về bộ trang chiếu này'] },
  rows: [
    { label: 'Nguồn', text: ['Bản tin Mây, tác giả Lê Mai'], source: cite('banTin', 1) },
    { label: 'Sự kiện', text: ['ngày hội sách sáng 12/10/2031'], source: cite('banTin', 2) },
    {
      label: 'Văn bản nguồn',
      text: ['dừng ở dấu “…”; phần sau không có trong tay'],
      source: cite('banTin', 10),
    },
    { label: 'Số thứ tự', editorial: ['do người biên tập đánh, không có trong bài'] },
    {
      label: 'Tính chất',
      editorial: ['bộ trang chiếu tưởng tượng để chạy thử,', 'không có ngày hội nào như thế'],
    },
  ],
  furtherGaps: ['ngày đăng'],
  core: true,
  notes: [
    {
      say: 'Trang này cho biết mọi điều vừa trình bày lấy từ đâu: bài của Lê Mai trên Bản tin Mây.',
    },
    { say: 'Bài không nêu ngày đăng.' },
  ],
}

/** The last slide, with a row of the slide above. */
export const ending: EndingSlide = {
  layout: 'ending',
  id: 'hoi-chuyen',
  close: { editorial: ['Câu chuyện xin dừng ở đây.'] },
  title: { editorial: ['Mời các bạn hỏi'] },
  rows: about.rows.filter(({ label }) => label === 'Nguồn'),
  core: true,
  notes: [{ say: 'Phần trình bày dừng ở đây để nghe câu hỏi. Xin cảm ơn các bạn đã lắng nghe.' }],
}

export const imprint: Deck['imprint'] = ['Tính chất', 'Nguồn', 'Sự kiện']
