import { vietnameseLetters } from './alphabet.ts'

const vietnamese: ReadonlySet<string> = new Set(vietnameseLetters)

/** Signs where TCVN3 has vowels and đ: «Hµ Néi», «®¶ng bé», «b»ng». */
const signs = /\p{L}[µ¶·¸¹¨©ª¬]|\p{L}[»¾¼½]\p{L}|®[\p{L}µ¶·¸¹]/u

/** Unicode read as if each of its bytes were a letter: «Nguyá»…n», «Ä‘áº£ng». */
const bytes = /[ÃÂ][¡-º¼-¿]|Ä[‘\u0090]|Æ[°¡]|á[º»][^\s.,;:!?)]/u

/**
 * Letters of Western Europe, most of which Vietnamese does not have; VNI puts them behind a vowel.
 * Not Ð: many take it for Đ.
 */
const western = /[À-ÏÑ-ÖØ-ïñ-öø-ÿ]/u

const isStrange = (word: string): boolean =>
  signs.test(word) || [...word].some((letter) => western.test(letter) && !vietnamese.has(letter))

/**
 * Whether a text looks as if it was typed for an old font, TCVN3 or VNI, or read in a wrong
 * encoding. One foreign name among many words does not make it so.
 */
export function isGarbled(text: string): boolean {
  if (text.includes('\ufffd') || bytes.test(text) || signs.test(text)) return true
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
  const strange = words.filter(isStrange)
  return strange.length > 1 && strange.length * 5 >= words.length * 2
}
