import { describe, expect, test } from 'vitest'
import { pageIn, search } from '../../../../src/model/language/search.ts'
import { bodyTextOf, slides } from '../../../support/text.ts'

const entries = slides.map(({ id }) => ({ id, text: bodyTextOf(id) }))

const found = (question: string) =>
  search(entries, question).map(({ id, text, found }) => ({
    id,
    words: found.map(({ from, to }) => text.slice(from, to)),
  }))
const first = (question: string) => found(question)[0]

describe('a search', () => {
  test.for([
    ['khong la nguoi dia phuong', 'dot-pha-3', 'không là người địa phương'],
    ['KHÔNG LÀ NGƯỜI', 'dot-pha-3', 'không là người'],
    ['khóa XII', 'ket-qua', 'khoá XII'],
    ['T.Ư 7', 'hoi-nghi', 'Trung ương 7'],
    ['t.ư 7', 'hoi-nghi', 'Trung ương 7'],
    ['TƯ 7', 'hoi-nghi', 'Trung ương 7'],
    ['tien luong', 'dot-pha-4', 'tiền lương'],
    ['doi moi', 'trong-tam-1', 'đổi mới'],
    ['uỷ viên', 'nguoi-du', 'Ủy viên'],
    ['kinh te xa hoi', 'cac-ket-qua', 'kinh tế - xã hội'],
    ['05 CT TW', 'cac-ket-qua', '05-CT/TW'],
    ['8 nhóm', 'nhom-viec', '8 nhóm'],
    ['8 nhóm là gì?', 'nhom-viec', '8 nhóm'],
    ['tiền lương như thế nào?', 'dot-pha-4', 'tiền lương'],
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
    expect(first('không\u00a0là  người')?.id).toBe('dot-pha-3')
    expect(first('không là người địa phương'.normalize('NFD'))?.id).toBe('dot-pha-3')
  })

  test('finds words while they are being typed, but only from their beginning', () => {
    expect(first('khong la nguoi dia ph')?.words).toEqual(['không là người địa ph'])
    expect(found('uong').map(({ words }) => words)).not.toContainEqual(['uong'])
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
