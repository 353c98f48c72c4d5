import { plainOf } from './words.ts'

/** What it costs to take a form of the slides for a word of a question; undefined if it cannot be. */
export type Likeness = (form: string, plain: string) => number | undefined

/**
 * Takes a word as it is typed: with its marks or, if it has none, with any. An open word, which is
 * still being typed, also stands for every word that begins with it.
 */
export function literal(asked: string, isOpen: boolean): Likeness {
  const [, letters = '', tone = ''] = /^(.*?)([\u0300\u0301\u0303\u0309\u0323]?)$/.exec(asked) ?? []
  const length = plainOf(asked).length
  // «quy» is a word in which y is i, and the beginning of others.
  const beginnings = [letters, letters.replace(/i$/, 'y')]
  return (form, plain) => {
    if (form === asked) return 0
    if (plain === asked) return 0.1
    if (!isOpen || plain.length <= length || !form.endsWith(tone)) return undefined
    return beginnings.some((one) => form.startsWith(one) || plain.startsWith(one)) ? 0.2 : undefined
  }
}

/** Whether one letter is wrong, missing, too much, or swapped with the next; not the first. */
function isSlip(typed: string, meant: string): boolean {
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at += 1
  const [one, other] = [typed.slice(at), meant.slice(at)]
  const isSwapped = one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2)
  return (
    at > 0 &&
    typed.length + meant.length > 4 &&
    ([other, other.slice(1)].includes(one.slice(1)) || one === other.slice(1) || isSwapped)
  )
}

const syllable = /^(?:[bcdghklmnpqrstvx]|[cgknpt]h|ngh?|tr)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/

/** How a word sounds to whom x is s, tr is ch, gi and r are d, n is l, and ng and c end as n and t. */
const soundOf = (form: string): string =>
  form
    .replace(/^x/, 's')
    .replace(/^f/, 'ph')
    .replace(/^ngh/, 'ng')
    .replace(/^tr/, 'ch')
    .replace(/^(?:gi|r)(?=\p{L})/u, 'd')
    .replace(/^n(?![gh])/, 'l')
    .replace(/ng(?=\p{M}*$)/u, 'n')
    .replace(/c(?=\p{M}*$)/u, 't')
    .replace('\u0303', '\u0309')

/** The marks of letters, each at the digit that sets it in VNI, less one. */
const marks = '\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306\u0335'

/** The keys of a word that is typed in Telex, as if in VNI, whatever their order. */
const keysOf = (form: string): string =>
  form
    .replace(/\p{M}/gu, (mark) => `${marks.indexOf(mark) + 1}`)
    .replace(/(?!^)[sfrxj]/g, (key) => `${'sfrxj'.indexOf(key) + 1}`)
    .replace(/([aeo])(.*)\1/, '$1$26')
    .replace(/^d(.*)d/, 'd$19')
    .replace(/w|8/g, '7')
    .replace(/y/g, 'i')
    .split('')
    .sort()
    .join('')
    .replace('77', '7')

/**
 * Remembers what is made of each form of the slides, which every word of a question is held
 * against.
 */
function remembered(make: (form: string) => string): (form: string) => string {
  const known = new Map<string, string>()
  return (form) => {
    const made = known.get(form) ?? make(form)
    known.set(form, made)
    return made
  }
}

const soundOfForm = remembered(soundOf)
const keysOfForm = remembered(keysOf)
const tonelessKeysOfForm = remembered((form) => keysOf(form).replace(/[1-5]/, ''))

/** A question with the marks that digits within words set in VNI: «ti6e2n» is «tiền». */
export const fromVni = (question: string): string =>
  question.replace(/[a-z]+\d[a-z\d]*/gi, (word) =>
    /[aeiouy]/i.test(word) ? word.replace(/[1-9]/g, (key) => marks.charAt(Number(key) - 1)) : word,
  )

/**
 * Takes a word for others too: with other marks, of the same sound, or typed in Telex; and with one
 * slip, if other words of the question confirm it or what is typed cannot be a syllable.
 */
export function forgiving(asked: string, isOpen: boolean, words: readonly string[]): Likeness {
  const exactly = literal(asked, isOpen)
  const [typed, sound, keys] = [plainOf(asked), soundOf(asked), keysOf(asked)]
  const keysHere = /[1-5]/.test(keys) ? keysOfForm : tonelessKeysOfForm
  const isPlain = words.join() === plainOf(words.join())
  const isMeant =
    words.length > (isPlain ? 1 : 2) || (!syllable.test(typed) && /[aeiouy]/.test(typed))
  return (form, meant) => {
    const exact = exactly(form, meant)
    if (exact !== undefined) return exact
    if (keysHere(form) === keys) return 0.5
    const isHeard = meant === typed || soundOfForm(typed === asked ? meant : form) === sound
    if (words.length > 1 && isHeard) return 1
    return isMeant && isSlip(typed, meant) ? 2 : undefined
  }
}
