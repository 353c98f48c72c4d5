/** A piece of a text: new characters, or a reference to an earlier range of the text. */
export type Piece = string | readonly [from: number, length: number]

/**
 * The least length of a repetition, in characters: a shorter one saves nothing over its reference.
 */
const least = 32

/** Repetitions nearer than this are left to gzip, whose window reaches back 32 kB. */
const near = 30_000

/** Replaces long repetitions of far earlier text by references; `withRepeats` restores the text. */
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

/** Restores the text that `withoutRepeats` cut into pieces. */
export const withRepeats = (pieces: readonly Piece[]): string =>
  pieces.reduce<string>(
    (text, piece) =>
      text + (typeof piece === 'string' ? piece : text.slice(piece[0], piece[0] + piece[1])),
    '',
  )
