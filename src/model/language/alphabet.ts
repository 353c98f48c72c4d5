/** As they are learnt at school: ngang, huyền, sắc, hỏi, ngã, nặng. */
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** The letters that Vietnamese makes of one base by its tone marks and ASCII lacks, lower case. */
export const lettersOf = (base: string): readonly string[] =>
  (base === 'đ' ? [''] : tones)
    .map((tone) => (base + tone).normalize('NFC'))
    .filter((letter) => letter > '\u007f')

/** The 134 letters that Vietnamese adds to ASCII, both cases. */
export const vietnameseLetters: readonly string[] = [...'aăâeêioôơuưyđ']
  .flatMap(lettersOf)
  .flatMap((letter) => [letter, letter.toUpperCase()])

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))

/** Everything a speaker may type: ASCII, Vietnamese, and the punctuation of Vietnamese print. */
export const alphabet: readonly string[] = [
  ...ascii,
  ...vietnameseLetters,
  ...'\u00a0“”‘’«»–—…·•×°§№₫',
]

const printable: ReadonlySet<string> = new Set([...alphabet, '\n'])

/** What of a text the fonts have: all that a print of it can be held against. */
export const printed = (text: string): string =>
  [...text].filter((letter) => printable.has(letter)).join('')

/** A letter with the marks upon it, or a picture with what colours it. */
const letters = /\P{M}(?:\p{M}|\p{Emoji_Modifier})*/gu

/** The letters of a text that the fonts do not have, each once, with the marks they carry. */
export const unprintable = (text: string): readonly string[] => [
  ...new Set(
    (text.normalize('NFC').match(letters) ?? []).filter((letter) =>
      [...letter].some((one) => !printable.has(one)),
    ),
  ),
]
