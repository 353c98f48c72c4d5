import { plainOf } from './words.ts'

/** How well a word fits: in all marks, without any, as far as typed, without some, but for a slip. */
export const fit = { exact: 5, plain: 4, begun: 3, partial: 2, slip: 1, none: 0 } as const

/** How well a form of the slides fits a word of a reading. */
export type Fitting = (form: string) => number

/** The fitting for a word of a reading of so many words. */
export type Fittings = (asked: string, words: readonly string[]) => Fitting

/** A pattern for letters with these marks at least. */
const withMarks = (letters: string): string => letters.replace(/./gsu, '$&\\p{M}*')

/** All marks that were typed have to be there; of the `open` word, what has been typed so far. */
export const literal =
  (open: { readonly form: string; readonly letters: string } | undefined): Fittings =>
  (asked, words) => {
    const whole = new RegExp(asked === '#' ? '^\\d+$' : `^${withMarks(asked)}$`, 'u')
    const [, letters = '', tone = ''] =
      (asked === open?.form && /^(.*?)([\u0300\u0301\u0303\u0309\u0323]?)$/.exec(open.letters)) ||
      []
    const begun = letters === '' ? undefined : new RegExp(`^${withMarks(letters)}.*${tone}`, 'u')
    const isPlain = asked === plainOf(asked)
    return (form) => {
      if (form === asked || (asked === '#' && whole.test(form))) return fit.exact
      // A word alone that lacks a mark is another word.
      if (whole.test(form)) return isPlain ? fit.plain : words.length > 1 ? fit.partial : fit.none
      return begun?.test(form) ? fit.begun : fit.none
    }
  }

/** Other marks do not matter, as in «kỹ cương». */
export const unmarked: Fittings = (asked) => (form) =>
  plainOf(asked) === plainOf(form) ? fit.partial : fit.none

/** Whether one letter is wrong, missing, too much, or swapped with the next. */
function isSlip(typed: string, meant: string): boolean {
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at += 1
  const [one, other] = [typed.slice(at), meant.slice(at)]
  return (
    one.slice(1) === other.slice(1) ||
    one.slice(1) === other ||
    one === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  )
}

const syllable = /^(?:[bdghklmnpqrstvx]|[cgknpt]h|ngh?|tr)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/
const marksOf = (form: string): string => form.replace(/\P{M}/gu, '')

/** How a word sounds, to who confuses «s» and «x», «ch» and «tr», «l» and «n», and some ends. */
const soundOf = (form: string): string =>
  form
    .replace(/^x/, 's')
    .replace(/^tr/, 'ch')
    .replace(/^(?:gi|r)(?=\p{L})/u, 'd')
    .replace(/^n(?![gh])/, 'l')
    .replace(/ng(?=\p{M}*$)/u, 'n')
    .replace(/c(?=\p{M}*$)/u, 't')

/** Forgives a slip, if the other words make up for it, or the word is none in Vietnamese. */
export const forgiving: Fittings = (asked, words) => {
  const exactly = literal(undefined)(asked, words)
  const typed = plainOf(asked)
  const isMeant = words.length > (words.join() === plainOf(words.join()) ? 1 : 2)
  return (form) => {
    const meant = plainOf(form)
    const isNear =
      (isMeant || (!syllable.test(typed) && /[aeiouy]/.test(typed))) &&
      !/\d/.test(typed + meant) &&
      typed.length + meant.length > 4 &&
      isSlip(typed, meant) &&
      (words.length > 1 || typed === asked || marksOf(asked) === marksOf(form))
    const isHeard = words.length > 1 && soundOf(asked) === soundOf(form)
    return exactly(form) || (isNear || isHeard ? fit.slip : fit.none)
  }
}
