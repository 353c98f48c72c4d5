import { DeckError, exitCodes } from '../../model/error.ts'
import { printed } from '../../model/language/alphabet.ts'
import type { OnPaper } from './expected.ts'
import type { PdfContent } from './read-pdf.ts'

/**
 * A text for comparing, without spaces, which PDF readers place differently. Letters that no font
 * has are replaced as in print.
 */
const letters = (text: string): string => printed(text.replace(/\s+/gu, ''))

/** Looks for parts of a text, whose letters are sorted out once. */
const searched = (text = ''): ((part: string) => boolean) => {
  const all = letters(text)
  return (part) => all.includes(letters(part))
}

const has = (text: string | undefined, part: string): boolean => searched(text)(part)

/** What is wrong with the bookmarks and the Unicode form of a PDF; false for what is right. */
const problems = ({ pages, bookmarks }: PdfContent, expected: readonly string[]) => [
  bookmarks.length !== expected.length &&
    `${bookmarks.length} dấu trang thay vì ${expected.length}`,
  ...expected.map(
    (title, at) => !has(bookmarks[at]?.title, title) && `dấu trang ${at + 1} không phải “${title}”`,
  ),
  pages.some((text) => text !== text.normalize('NFC')) && 'chữ không ở dạng dựng sẵn (NFC)',
]

/** Throws a `DeckError` with the first problems, if there are any. */
function refuse(wrong: readonly (string | false)[]): void {
  const found = wrong.filter((problem) => problem !== false)
  if (found.length === 0) return
  throw new DeckError(
    `Tệp PDF đọc lại không đúng: ${found.slice(0, 3).join('; ')}.`,
    'Chưa ghi gì ra. Chạy lại lệnh; nếu vẫn sai, chọn trình duyệt khác bằng CHROME_PATH.',
    { exitCode: exitCodes.rejected },
  )
}

/**
 * Checks the PDF of the slides: one page and one bookmark for each title, in order. Returns the
 * number of pages; throws a `DeckError` if something is wrong.
 */
export function verifySlides(read: PdfContent, titles: readonly string[]): number {
  refuse([
    read.pages.length !== titles.length && `${read.pages.length} trang thay vì ${titles.length}`,
    ...titles.map(
      (title, at) => !has(read.pages[at], title) && `trang ${at + 1} không có chữ “${title}”`,
    ),
    ...problems(read, titles),
  ])
  return read.pages.length
}

/**
 * Checks a PDF on A4: texts, bookmarks, number of pages, and page numbers on all pages but the
 * first. Returns the number of pages; throws a `DeckError` if something is wrong.
 */
export function verifyPaper(read: PdfContent, { texts, bookmarks, most }: OnPaper): number {
  const { length } = read.pages
  const numberOf = (at: number) => (at > 0 ? `${at + 1}` : '')
  const says = searched(read.pages.map((text, at) => text.slice(numberOf(at).length)).join(''))
  refuse([
    length > most && `${length} trang, quá ${most}`,
    ...read.pages.map(
      (text, at) => !text.startsWith(numberOf(at)) && `trang ${at + 1} không có số trang`,
    ),
    ...texts.map((text) => !says(text) && `không có chữ “${text}”`),
    ...problems(read, bookmarks),
  ])
  return length
}
