import { expect, test } from 'vitest'
import { claimsOf } from '../../../../src/model/deck/claims.ts'
import { phraseOf, statementsOf } from '../../../../src/model/deck/deck.ts'
import { numberIn } from '../../../../src/model/deck/numbering.ts'
import { paragraphsOf } from '../../../../src/model/deck/source.ts'
import { slides } from '../../../support/slides.ts'

test.for(slides)('the claims of $id contain all that it says below its title', (slide) => {
  const claims = claimsOf(slide)
  const above = slide.layout === 'quoted' ? [slide.title, slide.act] : [slide.title]
  for (const statement of statementsOf(slide)) {
    if (above.includes(statement)) continue
    const saying = claims.filter(({ text }) => text.includes(phraseOf(statement)))
    expect(saying.flatMap(({ sources }) => sources)).toContain(statement.source)
  }
})

test('statements that belong together form one claim', () => {
  const textsOf = (id: string) =>
    slides.flatMap((slide) => (slide.id === id ? claimsOf(slide).map(({ text }) => text) : []))
  expect(textsOf('khach-moi')).toEqual([
    'Trần Thị Sen, Thủ thư, Phụ trách phòng đọc Thư viện làng Mây, kể chuyện và tặng sách',
    'Phạm Văn Trúc, Thợ đóng sách ở xóm Hạ, vá bìa tại sân đình',
  ])
  expect(textsOf('viec-2')).toEqual([
    'theo cách: nhẹ tay, kiên nhẫn, bằng hồ nếp và giấy dó, và giữ nguyên bìa cũ nếu còn đọc được',
  ])
  expect(textsOf('viec-1')).toHaveLength(2)
})

test('a list numbers its items by its type', () => {
  expect([1, 4, 6, 9, 14].map((number) => numberIn('I', number))).toEqual(
    'I. IV. VI. IX. XIV.'.split(' '),
  )
  expect([numberIn('', 3), numberIn('a', 3)]).toEqual(['3.', 'c)'])
})

test('paragraphs are named once, in order', () => {
  const work = { name: 'Bài', by: 'Ai', paragraphs: [1, 2, 10] }
  expect(
    paragraphsOf([
      { work, at: [10, 2] },
      { work, at: [2] },
    ]),
  ).toBe('đoạn 2, 10')
  expect(paragraphsOf([{ work, at: [] }])).toBe('toàn bài')
})
