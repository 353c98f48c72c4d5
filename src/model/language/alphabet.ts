/** The tone marks in the order taught at school: ngang, huyền, sắc, hỏi, ngã, nặng. */
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** A base letter, lower case, with each of the tone marks; only those that ASCII lacks. */
export const lettersOf = (base: string): readonly string[] =>
  (base === 'đ' ? [''] : tones)
    .map((tone) => (base + tone).normalize('NFC'))
    .filter((letter) => letter > '\u007f')

/** The 134 letters that Vietnamese adds to ASCII, in both cases. */
export const vietnameseLetters: readonly string[] = [...'aăâeêioôơuưyđ']
  .flatMap(lettersOf)
  .flatMap((letter) => [letter, letter.toUpperCase()])

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))

/** The characters of the deck's fonts: ASCII, Vietnamese, the punctuation of Vietnamese print. */
export const alphabet: readonly string[] = [
  ...ascii,
  ...vietnameseLetters,
  ...'\u00a0“”‘’«»–—…·•×°§№₫',
]

const printable: ReadonlySet<string> = new Set([...alphabet, '\n'])

/** Drops the characters that the fonts lack, for comparing a PDF's text with its source. */
export const printed = (text: string): string =>
  [...text].filter((letter) => printable.has(letter)).join('')

/** A character with its combining marks, or an emoji with its modifier. */
const letters = /\P{M}(?:\p{M}|\p{Emoji_Modifier})*/gu

/** The characters of a text that the fonts lack, each once, with their combining marks. */
export const unprintable = (text: string): readonly string[] => [
  ...new Set(
    (text.normalize('NFC').match(letters) ?? []).filter((letter) =>
      [...letter].some((one) => !printable.has(one)),
    ),
  ),
]
