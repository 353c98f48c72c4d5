/** A word of a text, which in Vietnamese is a syllable. */
export interface Word {
  /** The form in which it is compared with others. */
  readonly form: string
  /** The index of its first character in the text, and the index after its last. */
  readonly from: number
  readonly to: number
  /** Whether punctuation stands before it, as before 8 in «7, 8». */
  readonly isParted: boolean
}

/** A form without marks. */
export const plainOf = (form: string): string => form.replace(/\p{M}/gu, '')

/**
 * The form of a word, the same for all its spellings: in lower case, each letter with its marks, the
 * tone last, wherever it is set; «kỳ» is «kì».
 */
export const formOf = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/đ/g, 'd\u0335')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])(.*)/, '$2$1')
    .replace(/^(qu|[^aeiouy]+)y(?=\p{M}*$)/u, '$1i')

/** The forms of some words. */
export const formsOf = (words: string): readonly string[] => words.split(' ').map(formOf)

const units = formsOf('không một hai ba bốn năm sáu bảy tám chín mười')
const romans = '. I II III IV V VI VII VIII IX X XI XII XIII XIV XV'.split(' ')

const [tens, hundred] = formsOf('mươi trăm')

/** A number as it is spoken, as one form: «mười_hai»; in figures if its name would be long. */
export function spoken(number: number): string {
  const [before, last] = [Math.floor(number / 10), number % 10]
  if (number <= 10) return units[number] ?? ''
  if (number < 100) {
    const many = before < 2 ? units[10] : `${units[before]}_${tens}`
    return last ? `${many}_${units[last]}` : `${many}`
  }
  return number < 1000 && number % 100 === 0 ? `${units[number / 100]}_${hundred}` : `${number}`
}

/** Whether a form is a number; «không» is more often no number. */
export const isNumber = (form: string): boolean => /[#_\d]/.test(form) || units.indexOf(form) > 0

const known = new Map<string, string>()

/** The form of a word, or of a number in figures; i, v, x, vi and xi in small letters are words. */
function read(piece: string): string {
  // Cached, because the texts of a deck have few words, each many times.
  let form = known.get(piece)
  if (form === undefined) {
    const roman = /^([ivx]|[vx]i)$/.test(piece) ? 0 : romans.indexOf(piece.toUpperCase())
    const isInFigures = roman > 0 || /^\d/.test(piece)
    form = isInFigures ? spoken(roman > 0 ? roman : Number(piece)) : formOf(piece)
    known.set(piece, form)
  }
  return form
}

/**
 * Matches a word or a number in figures; captures an abbreviation of «Trung ương». «TƯ» before capitals
 * is a word: «TƯ TƯỞNG».
 */
const pieces = /(\/?T(?:\.?W|\.Ư|Ư(?!\s?\p{Lu}{2}))(?![\p{L}\p{M}]))|[\p{L}\p{M}]+|\d+/gu

/** The words of a text in NFC; «T.Ư» is two of them, but not in «05-CT/TW». */
export function readWords(text: string): readonly Word[] {
  let to = 0
  return [...text.matchAll(pieces)].flatMap(({ 0: piece, 1: central, index: from }) => {
    const isParted = /[,.;:–—]/.test(text.slice(to, from))
    to = from + piece.length
    const forms =
      central && piece[0] !== '/' ? formsOf('trung ương') : [read(piece.replace('/', ''))]
    return forms.map((form, at) => ({ form, from, to, isParted: isParted && at === 0 }))
  })
}
