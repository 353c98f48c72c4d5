import type { OwnCover } from '../deck/slide.ts'

/** What the fields of the cover are called, in their order. */
export const coverLabels: Readonly<Record<keyof OwnCover, string>> = {
  place: 'Nơi trình bày',
  date: 'Ngày trình bày',
  speaker: 'Tên báo cáo viên',
}

/**
 * How much of the speaker's texts is stored, in characters, and in lines for the points; a slide
 * shows less.
 */
export const kept = {
  title: 300,
  points: 10_000,
  lines: 100,
  note: 10_000,
  place: 300,
  date: 300,
  speaker: 300,
} as const

/** A number with a dot between thousands: «10.000». */
export const inFigures = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** Up to five items as one phrase, with an ellipsis if there are more. */
export const someOf = (items: readonly string[]): string =>
  [...items.slice(0, 5), ...(items.length > 5 ? ['…'] : [])].join(', ')

/** The message for a text in an old Vietnamese encoding, which is not stored. */
export const garbled =
  'Văn bản dán vào có vẻ dùng bảng mã cũ (TCVN3/VNI). Chuyển sang Unicode rồi dán lại.'

/**
 * Characters that are removed: half surrogate pairs, control characters, joiners, marks of writing
 * direction, and private-use characters, which word processors write for bullets.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Co}|\p{Cs}/gu

/**
 * A text with the letters, hyphens, spaces and line breaks of a keyboard, where documents have others:
 * «26‑NQ/TW» with a hyphen that does not break, ligatures of a PDF, bold letters of a chat, the breaks
 * inside a paragraph of Word.
 */
const asTyped = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, ' ')

/**
 * A text as it is stored: in NFC, without invisible characters, with at most two combining marks in
 * a row, trimmed.
 */
export const clean = (text: string): string =>
  asTyped(text)
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()

/** Like `clean`, with line breaks and runs of spaces replaced by one space. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/g, ' ')

/**
 * A list mark at the start of a line, as word processors and chats copy it: signs, arrows and
 * emoji, but not those that are read as words. A dash or a number must be followed by a space. A
 * letter must be followed by a tab, because it may be the beginning of a name.
 */
const listMark =
  /^\s*(?:(?:(?![©®°№℃])[\p{So}\p{Co}•∙◦‣⁃←-⇿]|\d(?=\ufe0f?\u20e3))[\ufe0f\u20e3\p{Emoji_Modifier}]*\s*|(?:[·*+–—-]|\d{1,2}[.)]|[a-hđ]\))\s+|(?:[ivxIVX]{1,4}[.)]|\p{L}[.)]|[o§Øvüqn])\t\s*)/u

/**
 * A text pasted from a word processor without its list marks. If it is pasted `within` a line, the
 * first line keeps its mark.
 */
export const withoutMarks = (text: string, within: boolean): string =>
  asTyped(text)
    .split('\n')
    .map((line, at) => (within && at === 0 ? line : line.replace(listMark, '')))
    .map((line) => line.replace(/\t/g, ' ').replace(unseen, ''))
    .join('\n')
