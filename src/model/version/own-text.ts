/** How much of the speaker's own words is kept: letters, and lines of points; a slide has less room. */
export const kept = {
  title: 300,
  points: 10_000,
  lines: 100,
  note: 10_000,
  place: 300,
  date: 300,
  speaker: 300,
} as const

/** Why a text in an old encoding is not taken, and what to do. */
export const garbled =
  'Văn bản dán vào có vẻ dùng bảng mã cũ (TCVN3/VNI). Chuyển sang Unicode rồi dán lại.'

/**
 * Half of a letter, a control sign, a joiner, a mark that turns the direction of writing, or a
 * letter of nobody's but one font's, which word processors write for a bullet.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Co}|\p{Cs}/gu

/** A text as it is kept: composed letters, nothing unseen, no tower of marks, no space at its ends. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()

/** A text of one line. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/g, ' ')

/**
 * What a word processor writes before an item of a list. A dash or a number has a space behind it;
 * a letter, which may begin a name, has the tab of a list.
 */
const listMark =
  /^\s*(?:[\p{Co}•∙▪▫■□●○◦‣⁃➢➤✓✔]\s*|(?:[·*+–—-]|\d{1,2}[.)]|[a-hđ]\))\s+|(?:[ivxIVX]{1,4}[.)]|\p{L}[.)]|[o§Øvüqn])\t\s*)/u

/**
 * A text as it comes from a word processor, without the marks of its lists. The mark before the
 * first line stays where the text goes `within` a line.
 */
export const withoutMarks = (text: string, within: boolean): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line, at) => (within && at === 0 ? line : line.replace(listMark, '')))
    .map((line) => line.replace(/\t/g, ' ').replace(unseen, ''))
    .join('\n')
