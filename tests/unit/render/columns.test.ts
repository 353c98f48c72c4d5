import { expect, test } from 'vitest'
import { citing } from '../../../src/model/deck/source.ts'
import { columnsFor } from '../../../src/render/layouts/columns.ts'

const cite = citing({ bulletin: { name: 'Bản tin', by: 'Lê Mai', paragraphs: [1] } })

const count = (lead: string, noun: string, figure?: number) => ({
  lead,
  text: [noun] as const,
  source: cite('bulletin', 1),
  ...(figure !== undefined && { figure }),
})

test('counts take the columns that their words need, twelve in all', () => {
  expect(
    columnsFor([
      count('thảo luận và thông qua', 'nghị quyết', 3),
      count('xem xét', 'báo cáo', 3),
      count('thực hiện', 'công tác'),
    ]),
  ).toEqual([5, 3, 4])
})

test('what is left goes to the narrowest, what is missing is taken from the widest', () => {
  const short = count('', 'kệ', 1)
  const long = count('mở, đếm, ghi sổ và xếp lên kệ của phòng đọc', 'thùng sách', 2)
  expect(columnsFor([short, short])).toEqual([6, 6])
  expect(columnsFor([long, short, short])).toEqual([8, 2, 2])
  expect(columnsFor([long, long, long])).toEqual([4, 4, 4])
})
