import { type Asked, anyFigure } from './numbers.ts'
import type { Reading } from './readings.ts'
import { type Form, hasMarksOf } from './words.ts'

/** How well a word fits: in all marks, without any, as far as typed, without some, but for a slip. */
export const fit = { exact: 5, plain: 4, begun: 3, partial: 2, slip: 1, none: 0 } as const

/** How well a word of a reading fits a word of the slides. */
export type Fitting = (asked: Asked, form: Form, reading: Reading) => number

export const literal: Fitting = (asked, form, { counts }) => {
  if (asked === anyFigure) return /\d/.test(form.letters) ? fit.exact : fit.none
  if (counts && asked.value !== undefined && asked.value === form.value) return fit.exact
  const isWhole = asked.letters === form.letters
  const isBegun = asked.isOpen && form.typed.startsWith(asked.typed)
  if (!(isWhole || isBegun) || !hasMarksOf(form, asked)) return fit.none
  if (asked.isName && !form.isCapital) return fit.none
  if (!isWhole) return fit.begun
  if (asked.marks.length === form.marks.length) return fit.exact
  return asked.marks.length > 0 ? fit.partial : fit.plain
}

/** Other marks do not matter, as in «kỹ cương». */
export const unmarked: Fitting = (asked, form) =>
  asked.letters === form.letters && (form.isCapital || !asked.isName) ? fit.partial : fit.none

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

/** A fitting that forgives a slip in one word, if the rest makes up for it or it is no syllable. */
export const forgiving: Fitting = (asked, form, reading) => {
  const whole = literal(asked, form, reading)
  if (whole || asked.letters.length + form.letters.length < 5) return whole
  if (/\d/.test(asked.letters + form.letters) || !isSlip(asked.letters, form.letters))
    return fit.none
  const { words } = reading
  const isWord = syllable.test(asked.letters)
  if (words.length > 2 || (words.length > 1 && words.every(({ marks }) => marks.length === 0))) {
    return fit.slip
  }
  if (isWord || !/[aeiouy]/.test(asked.letters)) return fit.none
  const signs = ({ marks }: Form) => marks.map((mark) => mark.at(-1)).join('')
  return words.length > 1 || asked.marks.length === 0 || signs(asked) === signs(form)
    ? fit.slip
    : fit.none
}
