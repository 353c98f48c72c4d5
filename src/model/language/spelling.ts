/** The keys that add each mark to a letter in Telex and in VNI. */
const marks: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  '\u0301': ['s', '1'],
  '\u0300': ['f', '2'],
  '\u0309': ['r', '3'],
  '\u0303': ['x', '4'],
  '\u0323': ['j', '5'],
  '\u0302': ['', '6'],
  '\u031b': ['w', '7'],
  '\u0306': ['w', '8'],
  đ: ['d', '9'],
}

/** The two common ways to type Vietnamese. */
export type Method = 'telex' | 'vni'

/** A mark and the letter that carries it. */
interface Mark {
  readonly mark: string
  readonly letter: string
}

/** Splits a text into plain letters and marks. */
function spell(text: string): { letters: string; marks: readonly Mark[] } {
  let letters = ''
  const found: Mark[] = []
  for (const sign of text.toLowerCase().normalize('NFD')) {
    if (sign === 'đ') found.push({ mark: sign, letter: 'd' })
    if (sign in marks && sign !== 'đ') found.push({ mark: sign, letter: letters.slice(-1) })
    else letters += sign === 'đ' ? 'd' : sign
  }
  return { letters, marks: found }
}

/** Whether a character is a letter that only an input method can write. */
export const isMarked = (sign: string): boolean => sign.length === 1 && spell(sign).marks.length > 0

/** The key whose press made an input method replace the text `before` by `after`. */
export function keyBehind(before: string, after: string, method: Method): string {
  const [old, now] = [spell(before), spell(after)]
  // Typing a mark's key again takes the mark back and leaves the key as a letter, the last one. Where
  // nothing stood before, it is Telex, which writes «ư» for a W alone.
  const isLetter = now.letters.length >= old.letters.length && now.letters !== old.letters
  if (before && isLetter) return now.letters.slice(-1)
  const left = old.marks.map(({ mark }) => mark)
  const added = now.marks.find(({ mark }) => {
    const at = left.indexOf(mark)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  if (!added) return method === 'telex' ? 'z' : '0'
  const [telex, vni] = marks[added.mark] ?? ['', '']
  return method === 'telex' ? telex || added.letter : vni
}
