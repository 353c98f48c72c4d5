import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import { indexOf, type Passage } from '../../../../src/model/search/index-of.ts'
import { search } from '../../../../src/model/search/search.ts'
import { notedIn, shownIn } from '../../../support/entries.ts'
import { slides } from '../../../support/slides.ts'

const shown = indexOf(shownIn(deck))
const noted = indexOf(notedIn(deck))

/** Slides named a, b, c…, each with these texts in its body; or in other places. */
const slidesOf = (...slides: readonly (readonly (string | Passage)[])[]) =>
  indexOf(
    slides.map((texts, at) => ({
      id: String.fromCharCode(97 + at),
      passages: texts.map((text) =>
        typeof text === 'string' ? { kind: 'body' as const, text } : text,
      ),
    })),
  )

const ids = (index: ReturnType<typeof indexOf>, question: string) =>
  search(index, question).map(({ id }) => id)

const first = (question: string, index = shown) => {
  const hit = search(index, question)[0]
  const words = hit?.passages.flatMap(({ text, found }) =>
    found.map(({ from, to }) => text.slice(from, to)),
  )
  return { id: hit?.id, words }
}

const institute = indexOf([
  {
    id: 'institute',
    passages: [
      { kind: 'body', text: 'Ủy viên kinh tế - xã hội, Thư viện Trung ương 7, số 05-CT/TW' },
    ],
  },
])

describe('a search', () => {
  test.for([
    ['khong cua rieng minh', 'viec-3', 'không của riêng mình'],
    ['KHÔNG CỦA RIÊNG', 'viec-3', 'không của riêng'],
    ['khóa hè', 'con-so', 'khoá hè'],
    ['don dep', 'viec-1', 'dọn dẹp'],
    ['tang sach', 'khach-moi', 'tặng sách'],
    ['nhẹ tay kiên nhẫn', 'viec-2', 'nhẹ tay, kiên nhẫn'],
    ['12 truyện', 'con-so', '12 truyện'],
    ['12 truyện là gì?', 'con-so', '12 truyện'],
    ['hồ nếp như thế nào?', 'viec-2', 'hồ nếp'],
  ] as const)('for “%s” finds %s', ([question, id, words]) => {
    expect(first(question)).toEqual({ id, words: [words] })
  })

  test.for([
    ['T.Ư 7', 'Trung ương 7'],
    ['t.ư 7', 'Trung ương 7'],
    ['TƯ 7', 'Trung ương 7'],
    ['TW7', 'Trung ương 7'],
    ['uỷ viên', 'Ủy viên'],
    ['kinh te xa hoi', 'kinh tế - xã hội'],
    ['KTXH', 'kinh tế - xã hội'],
    ['05 CT TW', '05-CT/TW'],
  ] as const)('for “%s” finds «%s»', ([question, words]) => {
    expect(first(question, institute).words).toEqual([words])
  })

  test('takes «TƯ» as Trung ương only if it is the end of a word', () => {
    const words = (text: string) => ids(slidesOf([text]), 'trung ương').length
    expect(['BCH TƯ họp', 'TƯ 7', '(TƯ)'].map(words)).toEqual([1, 1, 1])
    expect(['ĐẦUTƯ', 'TƯƠI', 'đầu tư', 'TƯ TƯỞNG'].map(words)).toEqual([0, 0, 0, 0])
    expect(ids(slidesOf(['VỐN ĐẦUTƯ']), 'von dautu')).toEqual(['a'])
  })

  test('ignores no-break spaces, repeated spaces and decomposed marks', () => {
    expect(first('không\u00a0của  riêng').id).toBe('viec-3')
    expect(first('không của riêng mình'.normalize('NFD')).id).toBe('viec-3')
  })

  test('finds words while they are being typed, but only from their beginning', () => {
    expect(first('khong cua rieng m').words).toEqual(['không của riêng mình'])
    expect(ids(slidesOf(['quyền lực']), 'quy')).toEqual(['a'])
    expect(ids(slidesOf(['tiền lương']), 'uong')).toEqual([])
    expect(ids(slidesOf(['tiền lương']), 'luo n')).toEqual([])
  })

  test('lists names first, then words, gaps and notes, asides last', () => {
    const kinds = ['aside', 'note', 'gap', 'body', 'name'] as const
    const slides = slidesOf(...kinds.map((kind) => [{ kind, text: 'hoa cúc' }]))
    expect(ids(slides, 'hoa cuc')).toEqual(['e', 'd', 'c', 'b', 'a'])
  })

  test('lists words with the marks typed before others, and leaves out other marks', () => {
    expect(ids(slidesOf(['bàn'], ['ban']), 'ban')).toEqual(['b', 'a'])
    expect(ids(slidesOf(['thời lượng'], ['tiền lương'], ['lường']), 'lương')).toEqual(['b'])
    expect(ids(slidesOf(['thời lượng'], ['tiền lường']), 'tiền lượng')).toEqual(['b'])
  })

  test('lists words in sequence before words apart', () => {
    const slides = slidesOf(['nhà rộng và ở xa, nhà cao'], ['tiền lương và nhà ở'])
    expect(ids(slides, 'nha o cao')).toEqual(['a'])
    expect(ids(slidesOf(['bão lụt lụt'], ['lụt bão']), 'lụt bão')).toEqual(['b', 'a'])
  })

  test('finds a word that is asked for twice', () => {
    expect(ids(slidesOf(['phòng đọc chính']), 'phòng đọc phòng')).toEqual(['a'])
  })

  test('lists the last of a series first where the last one is asked for', () => {
    const slides = slidesOf(
      ...['Việc 1: quét', 'Việc 2: vá', 'Việc 3: lau'].map((text) => [
        { kind: 'name' as const, text },
      ]),
    )
    expect(ids(slides, 'việc cuối cùng')).toEqual(['c', 'b', 'a'])
    expect(ids(slides, 'viec cuoi')).toEqual(['c', 'b', 'a'])
    expect(ids(slides, 'trang cuối')[0]).toBe('c')
  })

  test('finds a slide by its id and more words of its name', () => {
    const name = (text: string) => [{ kind: 'name' as const, text }]
    const slides = indexOf([
      { id: 'tin', passages: [{ kind: 'body', text: 'kết quả ngày hội sách' }] },
      { id: 'ket-qua', passages: name('Ngày hội sách') },
    ])
    expect(ids(slides, 'kết quả ngày hội sách')).toEqual(['ket-qua', 'tin'])
  })

  test('finds no sequence that runs from one passage into the next', () => {
    expect(ids(slidesOf(['5 đột phá', '3 việc']), 'đột phá 3')).toEqual([])
    expect(ids(slidesOf(['2 trọng tâm, 5 đột phá']), 'trọng tâm 5')).toEqual([])
    expect(ids(slidesOf(['2 trọng tâm, 5 đột phá']), '2 trọng tâm, 5 đột phá')).toEqual(['a'])
  })

  test('finds what a slide says in several places, if each word stands where it belongs', () => {
    const slides = slidesOf(['Trần Thị Sen', 'thủ thư của làng'], ['thủ thư', 'thư viện', 'làng'])
    expect(ids(slides, 'sen thủ thư')).toEqual(['a'])
    expect(ids(slides, 'thị làng viện')).toEqual([])
  })

  test('lists the slide that is about something before an overview that comes first', () => {
    const body = (text: string) => [{ kind: 'body' as const, text }]
    const slides = indexOf([
      { id: 'a', passages: body('dán nhãn mới lên kệ'), isOverview: true },
      { id: 'b', passages: body('dán nhãn mới lên kệ') },
    ])
    expect(ids(slides, 'dán nhãn')).toEqual(['b', 'a'])
  })

  test('finds a slide by its number, in figures or in words', () => {
    const tenth = slides[9]?.id
    for (const question of ['10', 'trang 10', 'Slide 10', 'trang số 10', 'trang mười']) {
      expect(ids(shown, question)[0]).toBe(tenth)
    }
    for (const question of ['trang', '12/10', 'trang 7 8']) {
      expect(ids(shown, question)).not.toContain('tu-sach')
    }
  })

  test.for([
    ['việc ba', 'viec-3'],
    ['việc thứ ba', 'viec-3'],
    ['việc III', 'viec-3'],
    ['viec 03', 'viec-3'],
    ['mười hai truyện', 'con-so'],
    ['bao nhiêu truyện', 'con-so'],
    ['mấy thùng sách', 'con-so'],
    ['ba trăm tủ', 'tu-sach'],
    ['một câu chuyện', 'lich-ngay'],
    ['1 câu chuyện', 'lich-ngay'],
  ] as const)('reads the numbers of “%s”', ([question, id]) => {
    expect(first(question).id).toBe(id)
  })

  test('reads a year as a year where there is one', () => {
    const slides = slidesOf(['5 đột phá'], ['2 năm thực hiện'])
    expect(ids(slides, 'năm đột phá')).toEqual(['a'])
    expect(ids(slides, 'hai năm')).toEqual(['b'])
  })

  test.for([
    ['bà Sen', 'khach-moi'],
    ['đ/c Trúc', 'khach-moi'],
    ['ai là thợ đóng sách?', 'khach-moi'],
    ['vì sao không của riêng mình', 'viec-3'],
    ['hồ nếp với giấy dó', 'viec-2'],
    ['nhej tay', 'viec-2'],
    ['NHEJ TAY KIEEN NH', 'viec-2'],
    ['giaays dos', 'viec-2'],
    ['hồ nêps', 'viec-2'],
    ['ho62 ne6p1 giấy', 'viec-2'],
    ['quetbui', 'viec-1'],
    ['l au bàn', 'viec-1'],
    ['kiên nhãn', 'viec-2'],
    ['tặgn sách', 'khach-moi'],
    ['mưa buj', 'sach-moi'],
    ['chừa mộc góc', 'viec-1'],
    ['hồ lếp', 'viec-2'],
    ['xạch sẽ', 'viec-1'],
  ] as const)('forgives how “%s” is typed', ([question, id]) => {
    expect(first(question).id).toBe(id)
  })

  test('forgives nothing where something matches as typed', () => {
    expect(ids(slidesOf(['nhãn dán'], ['nhẫn vàng'], ['nhan đề']), 'nhẫn')).toEqual(['b'])
    expect(ids(slidesOf(['chuyện kể'], ['chuyên đề']), 'chuyện')).toEqual(['a'])
  })

  test('takes a word for another only where it is no word itself, or the rest makes up for it', () => {
    expect(ids(slidesOf(['sáng sớm']), 'vàng')).toEqual([])
    expect(ids(slidesOf(['việc 7']), 'việc 8')).toEqual([])
    expect(ids(slidesOf(['nhân tài']), 'nhân tạo')).toEqual([])
    expect(ids(slidesOf(['thu hút nhân tài']), 'thu hút nhân tạo')).toEqual(['a'])
    expect(ids(slidesOf(['lo cho cán bộ. Nghị quyết mới']), 'bốn nghị quyết')).toEqual([])
  })

  test('finds nothing for an empty query, marks alone, or words that no slide has', () => {
    for (const question of ['', '  ', '…', 'zzz', '(((', 'mèo con']) {
      expect(ids(noted, question)).toEqual([])
    }
  })

  test('marks matches in a decomposed text', () => {
    const slides = slidesOf(['Cải cách tiền lương'.normalize('NFD')])
    expect(first('tiền', slides).words).toEqual(['tiền'])
  })
})
