/** A text in pieces: new words, or where in the text so far it repeats itself, and how far. */
export type Piece = string | readonly [from: number, length: number]

/** So many letters that are the same are a repetition; fewer take no more room than their place. */
const least = 32

/** What lies nearer is found by gzip itself, which looks back 32 kB. */
const near = 30_000

/** Cuts a text where it repeats at length what it said long before. */
export function withoutRepeats(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const places = new Map<string, number>()
  let told = 0
  let at = 0
  const remember = (end: number) => {
    for (; at < end; at++) {
      const key = text.slice(at, at + least)
      if (!places.has(key)) places.set(key, at)
    }
  }
  while (at + least <= text.length) {
    const from = places.get(text.slice(at, at + least))
    if (from === undefined || at - from < near) {
      remember(at + 1)
      continue
    }
    let length = least
    while (at + length < text.length && text[from + length] === text[at + length]) length++
    pieces.push(text.slice(told, at), [from, length])
    told = at + length
    at = told
  }
  pieces.push(text.slice(told))
  return pieces
}

/** The whole text again. */
export const withRepeats = (pieces: readonly Piece[]): string =>
  pieces.reduce<string>(
    (text, piece) =>
      text + (typeof piece === 'string' ? piece : text.slice(piece[0], piece[0] + piece[1])),
    '',
  )
