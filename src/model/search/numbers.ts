import { formOf, pattern, plainOf } from './words.ts'

/** The forms of some words, each with its marks and without. */
export const bothFormsOf = (words: string): readonly string[] =>
  words
    .split(' ')
    .map(formOf)
    .flatMap((form) => [form, plainOf(form)])

const units = bothFormsOf('không một hai ba bốn năm sáu bảy tám chín mười')
const ordinals = bothFormsOf('. nhất hai ba tư năm sáu bảy')

const amount = pattern('( |^)(?:bao nhieu|may)(?= |$)')

const foremost = pattern(' dau tien(?= |$)')

/** The number that a word says; 0 for none. Without marks, as in `isLoose`, «tam» may be «tám». */
function numberIn(list: readonly string[], word: string, isLoose: boolean): number {
  const at = list.indexOf(word)
  return at < 2 || (at % 2 === 1 && !isLoose) ? 0 : at >> 1
}

/**
 * Spoken numbers as figures, «bảy mươi», «thứ ba», but for «năm» alone; «mấy» and «bao nhiêu» as any
 * figure.
 */
export const counted = (words: string, isLoose: boolean): string =>
  words
    .replace(amount, '$1#')
    .replace(foremost, ' 1')
    .replace(
      /( |^)thu\u031b?\u0301? (\S+)/u,
      (all, before, nth) => before + (numberIn(ordinals, nth, true) || all.trim()),
    )
    .replace(/\S+/g, (word) =>
      /^na/.test(word) ? word : `${numberIn(units, word, isLoose) || word}`,
    )
    .replace(/( |^)(\d) (?:10|mu\u031bo\u031bi)(?= |$)/, '$1$20')
    .replace(/(\d) tra\u0306?m(?= |$)/, '$100')
    .replace(
      /( |^)([1-9])0 ([1-9]|mo\u0302?t\u0301?|la\u0306?m)(?= |$)/,
      (_, before, tens, unit) => `${before}${tens}${{ m: 1, l: 5 }[unit[0] as string] ?? unit}`,
    )

const eachWord = (words: string, change: (word: string) => string): string =>
  words.split(' ').map(change).join(' ')

/** «năm» as 5: it means years too. */
export const withFive = (words: string): string =>
  eachWord(words, (word) => (/^na\u0306?m$/.test(word) ? '5' : word))

/** Figures as they are spoken. */
export const spoken = (words: string): string =>
  eachWord(words, (word) => (/^([1-9]|10)$/.test(word) ? (units[Number(word) * 2] ?? word) : word))
