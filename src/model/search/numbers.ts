import type { Form } from './words.ts'

/** A word of a question. */
export interface Asked extends Form {
  /** Set for a word after punctuation. */
  readonly isParted?: boolean
  /** Set for the last word while it may be unfinished. */
  readonly isOpen?: boolean
  /** Set for a word of a name, such as after «ông». */
  readonly isName?: boolean
}

/** What «bao nhiêu» asks for: any figure. */
export const anyFigure: Asked = { letters: '#', typed: '#', marks: [], isCapital: false }

const figure = (value: number): Asked => ({ ...anyFigure, letters: `${value}`, value })

/** The unit that a word says after tens or «thứ»; «năm» is said «lăm» there, or means years. */
const unitIn = (word: Form | undefined): number | undefined =>
  word && ({ mot: 1, nhat: 1, tu: 4, lam: 5, nam: 0 }[word.letters] ?? word.value)

/** Reads spoken numbers of a question as figures: «bảy mươi», «thứ ba»; «mấy» and «bao nhiêu» as any figure. */
export function counted(words: readonly Asked[]): readonly Asked[] {
  const read: Asked[] = []
  for (let at = 0; at < words.length; at++) {
    const [word, next] = words.slice(at, at + 2)
    if (!word) break
    const said = /\d/.test(word.letters) ? undefined : word.value
    const ordinal = word.letters === 'thu' && (unitIn(next) || next?.value)
    if (ordinal) {
      read.push(figure(ordinal))
      at += 1
    } else if (word.typed === 'may') {
      read.push(anyFigure)
    } else if (word.letters === 'bao' && next?.letters === 'nhieu') {
      read.push(anyFigure)
      at += 1
    } else if (said && next?.letters === 'tram') {
      read.push(figure(said * 100))
      at += 1
    } else if (said && (said === 10 || next?.letters === 'muoi')) {
      if (said < 10) at += 1
      const unit = unitIn(words[at + 1])
      if (unit) at += 1
      read.push(figure((said < 10 ? said * 10 : 10) + (unit ?? 0)))
    } else {
      read.push(word)
    }
  }
  return read
}
