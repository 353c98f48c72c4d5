/** A word of a text, which in Vietnamese is a syllable. */
export interface Word {
  /** The form in which it is compared with others. */
  readonly form: string
  /** The index of its first character in the text, and the index after its last. */
  readonly from: number
  readonly to: number
  /** Whether punctuation stands before it, as before 8 in «7, 8». */
  readonly isParted: boolean
  /** Whether it begins with a capital, as names do. */
  readonly isCapital: boolean
}

/** A form without marks. */
export const plainOf = (form: string): string => form.replace(/\p{M}/gu, '')

/** A pattern of words in plain letters, whatever marks they have. */
export const pattern = (source: string): RegExp =>
  new RegExp(source.replace(/[a-z]/g, '$&\\p{M}*'), 'u')

/** The letters of a word in lower case, each with its marks; then the tone, wherever it is set. */
export const lettersOf = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/đ/g, 'd\u0335')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])(.*)/, '$2$1')

const romans = '. I II III IV V VI VII VIII IX X XI XII XIII XIV XV'.split(' ')

/**
 * The form of a word, the same for all its spellings: «kỳ» and «kì», «XII» and «12», «05» and «5».
 */
export function formOf(word: string): string {
  // In small letters, some are words.
  const roman = /^([ivx]|[vx]i)$/.test(word) ? 0 : romans.indexOf(word.toUpperCase())
  if (roman > 0 || /^\d+$/.test(word)) return `${roman > 0 ? roman : Number(word)}`
  return lettersOf(word).replace(/^(qu|[^aeiouy]+)y(?=\p{M}*$)/u, '$1i')
}

/**
 * A word of a text; first, «Trung ương» as it is abbreviated: «T.Ư», «TW», and «TƯ» if no capitals
 * follow, as in «TƯ TƯỞNG».
 */
const pieces = /(t\.?\s?w|t(?:\.\s?|\s)ư|t\.\s?u|tư)(?![\p{L}\p{M}])|[\p{L}\p{M}]+|\d+/giu
const small = /tư|Tư|TƯ\s\p{Lu}{2}/uy

/**
 * The words of a text in NFC; «T.Ư» is two of them, but neither in «05-CT/TW» nor in «THỨ TƯ». `form`
 * is `formOf`, or one that remembers what it gave.
 */
export function readWords(text: string, form = formOf): readonly Word[] {
  const words: Word[] = []
  let to = 0
  for (const { 0: piece, 1: central, index: from } of text.matchAll(pieces)) {
    const between = text.slice(to, from)
    const isNumber = /^(?:ct|thu\u031b\u0301)$/.test(words.at(-1)?.form ?? '') && between.length < 2
    small.lastIndex = from
    const names = central && !isNumber && !small.test(text) ? ['trung', 'ương'] : [piece]
    to = from + piece.length
    const [isParted, isCapital] = [/[,.;:–—]/.test(between), /^\p{Lu}/u.test(piece)]
    for (const name of names) words.push({ form: form(name), from, to, isParted, isCapital })
  }
  return words
}
