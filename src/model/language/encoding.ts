import { vietnameseLetters } from './alphabet.ts'

const vietnamese: ReadonlySet<string> = new Set(vietnameseLetters)

/** Vowels and đ of TCVN3 read as Latin-1 are signs: «Hµ Néi», «®ång bé», «b»ng». */
const signs = /\p{L}[µ¶·¸¹¨©ª¬]|\p{L}[»¾¼½]\p{L}|®[\p{L}µ¶·¸¹]/u

/** UTF-8 read as one letter per byte: «Nguyá»…n», «Ä‘áº£ng». */
const bytes = /[ÃÂ][¡-º¼-¿]|Ä[‘\u0090]|Æ[°¡]|á[º»][^\s.,;:!?)]/u

/**
 * Letters of Western Europe, most of which Vietnamese lacks; VNI read as Latin-1 has them after a
 * vowel. Without Ð, which many people type for Đ.
 */
const western = /[À-ÏÑ-ÖØ-ïñ-öø-ÿ]/u

const isStrange = (word: string): boolean =>
  signs.test(word) || [...word].some((letter) => western.test(letter) && !vietnamese.has(letter))

/**
 * Whether a text seems to be typed for an old font, TCVN3 or VNI, or decoded in a wrong encoding.
 * Strange words count only if there are two or more, and two in five: a foreign name is no sign of
 * it.
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
