/** A word in the form in which it is compared with others. */
export interface Form {
  /** Its letters without marks, in lower case, or its digits; «kỳ» has those of «kì». */
  readonly letters: string
  /** The letters as they are typed, «ky»: an unfinished word is the beginning of them. */
  readonly typed: string
  /** Each mark after the index of its letter; then the tone, wherever the word carries it. */
  readonly marks: readonly string[]
  /** The number it says: 3 for «3», «03», «ba» and «III». */
  readonly value?: number
  /** Whether it begins with a capital, as names do. */
  readonly isCapital: boolean
}

/** A word, as it was read, and where it stands. In Vietnamese a word is a syllable. */
export interface Placed<Read> {
  readonly word: Read
  /** The index of its first character. */
  readonly from: number
  /** The index after its last character. */
  readonly to: number
  /** Whether punctuation stands before it, as before 8 in «7, 8». */
  readonly isParted: boolean
}

/** Whether a word has all marks of another with the same letters: «lượng» has those of «lương». */
export const hasMarksOf = (word: Form, other: Form): boolean =>
  other.marks.every((mark) => word.marks.includes(mark))

/** The letters of some words, with a space between. */
export const lettersIn = (words: readonly Form[]): string =>
  words.map(({ letters }) => letters).join(' ')

const tones = '\u0300\u0301\u0303\u0309\u0323'

function spell(word: string): Form {
  let typed = ''
  let tone = ''
  const marks: string[] = []
  for (const sign of word.normalize('NFD').toLowerCase()) {
    if (tones.includes(sign)) tone = sign
    else if (/\p{M}/u.test(sign)) marks.push(`${typed.length - 1}${sign}`)
    else if (sign !== 'đ') typed += sign
    else {
      marks.push(`${typed.length}${sign}`)
      typed += 'd'
    }
  }
  const letters = typed.replace(/^(qu|[^aeiouy]+)y$/, '$1i')
  const isCapital = /^\p{Lu}/u.test(word)
  return { letters, typed, marks: tone ? [...marks, tone] : marks, isCapital }
}

const units = 'không một hai ba bốn năm sáu bảy tám chín mười'.split(' ').map(spell)

function numberSaid(word: string, form: Form, isTyped: boolean): number | undefined {
  if (/^\d+$/.test(word)) return Number(word)
  const [roman, tens = '', rest = ''] = /^(x*)(i[xv]|v?i{0,3})$/.exec(form.letters) ?? []
  // «vi» and «xi» are words too.
  if (roman && form.marks.length === 0 && (word !== roman || !/^(?:[ivx]|vi|xi)$/.test(roman))) {
    const ones = { ix: 9, iv: 4 }[rest] ?? rest.length + (rest.startsWith('v') ? 4 : 0)
    return tens.length * 10 + ones
  }
  const value = units.findIndex(
    (unit) =>
      unit.letters === form.letters &&
      hasMarksOf(unit, form) &&
      (isTyped || hasMarksOf(form, unit)),
  )
  return value < 0 ? undefined : value
}

/** The form of a word. Where it was `isTyped` in a question, a number may lack marks: «nam». */
export function formOf(word: string, isTyped = false): Form {
  const form = spell(word)
  const value = numberSaid(word, form, isTyped)
  return value === undefined ? form : { ...form, value }
}

/**
 * «Trung ương» as it is abbreviated: «T.Ư», «TW»; «TƯ» if no capitals follow, as in «TƯ TƯỞNG».
 * In «05-CT/TW» it is part of a number and stays.
 */
const central = String.raw`[Tt]\.?\s?[Ww]|[Tt](?:\.\s?|\s)[Ưư]|[Tt]\.\s?[Uu]|TƯ(?!\s\p{Lu}{2})`
const pieces = new RegExp(
  String.raw`(?=[Tt])(?<![\p{L}\p{M}]|(?:ct|CT)[\s/-]?)(${central})(?![\p{L}\p{M}])|[\p{L}\p{M}]+|\d+`,
  'gu',
)

/** The words of a text in NFC, each as `read` gives it; «T.Ư» is two of them. */
export function readWords<Read>(
  text: string,
  read: (word: string) => Read,
): readonly Placed<Read>[] {
  const words: Placed<Read>[] = []
  let end = 0
  for (const { 0: piece, 1: abbreviated, index: from } of text.matchAll(pieces)) {
    const isParted = /[,.;:–—]/.test(text.slice(end, from))
    end = from + piece.length
    const names = abbreviated ? ['trung', 'ương'] : [piece]
    for (const name of names) words.push({ word: read(name), from, to: end, isParted })
  }
  return words
}
