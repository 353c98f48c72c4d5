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
