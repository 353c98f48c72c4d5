import { describe, expect, test } from 'vitest'
import { pageIn, search } from '../../../../src/model/language/search.ts'
import { bodyTextOf, slides } from '../../../support/text.ts'

const entries = [
  ...slides.map(({ id }) => ({ id, text: bodyTextOf(id) })),
  { id: 'institute', text: 'Ủy viên kinh tế - xã hội, Thư viện Trung ương 7, số 05-CT/TW' },
]

const found = (question: string) =>
  search(entries, question).map(({ id, text, found }) => ({
    id,
    words: found.map(({ from, to }) => text.slice(from, to)),
  }))
const first = (question: string) => found(question)[0]

describe('a search', () => {
  test.for([
    ['khong cua rieng minh', 'viec-3', 'không của riêng mình'],
    ['KHÔNG CỦA RIÊNG', 'viec-3', 'không của riêng'],
    ['khóa hè', 'con-so', 'khoá hè'],
    ['T.Ư 7', 'institute', 'Trung ương 7'],
    ['t.ư 7', 'institute', 'Trung ương 7'],
    ['TƯ 7', 'institute', 'Trung ương 7'],
    ['don dep', 'viec-1', 'dọn dẹp'],
    ['tang sach', 'khach-moi', 'tặng sách'],
    ['nhẹ tay kiên nhẫn', 'viec-2', 'nhẹ tay, kiên nhẫn'],
    ['uỷ viên', 'institute', 'Ủy viên'],
    ['kinh te xa hoi', 'institute', 'kinh tế - xã hội'],
    ['05 CT TW', 'institute', '05-CT/TW'],
    ['12 truyện', 'con-so', '12 truyện'],
    ['12 truyện là gì?', 'con-so', '12 truyện'],
    ['hồ nếp như thế nào?', 'viec-2', 'hồ nếp'],
  ] as const)('for “%s” finds %s', ([question, id, words]) => {
    expect(first(question)).toEqual({ id, words: [words] })
  })

  test('takes «TƯ» as Trung ương only if it is the end of a word', () => {
    const words = (text: string) => search([{ id: 'a', text }], 'trung ương').length
    expect(['BCH TƯ họp', 'TƯ 7', '(TƯ)'].map(words)).toEqual([1, 1, 1])
    expect(['ĐẦUTƯ', 'TƯƠI', 'đầu tư'].map(words)).toEqual([0, 0, 0])
    expect(search([{ id: 'a', text: 'VỐN ĐẦUTƯ' }], 'von dautu')).toHaveLength(1)
  })

  test('ignores no-break spaces, repeated spaces and decomposed marks', () => {
    expect(first('không\u00a0của  riêng')?.id).toBe('viec-3')
    expect(first('không của riêng mình'.normalize('NFD'))?.id).toBe('viec-3')
  })

  test('finds words while they are being typed, but only from their beginning', () => {
    expect(first('khong cua rieng m')?.words).toEqual(['không của riêng m'])
    expect(found('ieng').map(({ words }) => words)).not.toContainEqual(['ieng'])
    expect(search([{ id: 'a', text: 'tiền lương' }], 'uong')).toEqual([])
  })

  test('lists slides with the words in sequence before those with the words apart', () => {
    const pages = [
      { id: 'apart', text: 'nhà rộng, ở xa' },
      { id: 'together', text: 'tiền lương và nhà ở' },
    ]
    expect(search(pages, 'nha o').map(({ id }) => id)).toEqual(['together', 'apart'])
  })

  test('finds nothing for an empty query, marks alone, or words that no slide has', () => {
    for (const question of ['', '  ', '…', 'zzz', '(((']) expect(found(question)).toEqual([])
  })

  test('marks matches in a decomposed text', () => {
    const text = 'Cải cách tiền lương'.normalize('NFD')
    const [hit] = search([{ id: 'a', text }], 'tiền')
    expect(hit?.found.map(({ from, to }) => hit.text.slice(from, to))).toEqual(['tiền'])
  })
})

describe('a page number in a search', () => {
  test.for([
    ['7', 7],
    ['trang 12', 12],
    ['Slide 3', 3],
  ] as const)('“%s” is %i', ([question, page]) => {
    expect(pageIn(question)).toBe(page)
  })

  test.for(['70 năm', 'trang', '18/5', 'trang 7 8'])('“%s” is not one', (question) => {
    expect(pageIn(question)).toBeUndefined()
  })
})
