/** A range of a text: the index of its first character and the index after its last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A text and the id of its slide. */
export interface Entry {
  readonly id: string
  readonly text: string
}

/** A slide that matches a query, and the ranges that match. */
export interface Hit extends Entry {
  readonly found: readonly Stretch[]
}

interface Folded {
  /** Words in plain lower-case letters, with a space before each. */
  readonly words: string
  /** The index in the text for each letter of `words`. */
  readonly at: readonly number[]
}

/** «T.Ư», however it is typed, before any single character; also «TƯ» at the end of a word. */
const central = /[Tt]\.\s?[Ưư]\.?|TƯ(?!\p{L})/u
const pieces = new RegExp(`${central.source}|[^]`, 'gu')

const plainLetter = (letter: string): string =>
  letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('đ', 'd')

/**
 * Folds marks, đ, capitals, punctuation and all kinds of space; spells «T.Ư» out as «trung uong».
 */
function fold(text: string): Folded {
  let words = ''
  const at: number[] = []
  let open = false
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const ends = piece === 'TƯ' && /\p{L}$/u.test(text.slice(0, index))
    const letters = central.test(piece) && !ends ? 'trung uong' : plainLetter(piece)
    if (!/[\p{L}\p{N}]/u.test(letters)) {
      // A combining mark on its own continues the letter before it.
      open = open && /^\p{M}$/u.test(piece)
      continue
    }
    const added = open ? letters : ` ${letters}`
    words += added
    for (let count = 0; count < added.length; count++) at.push(index)
    open = true
  }
  return { words, at }
}

/** Finds the sought words in a text; a match begins at the beginning of a word. */
function stretch(text: string, { words, at }: Folded, sought: string): Stretch | undefined {
  const start = `${words} `.indexOf(sought)
  if (start < 0) return undefined
  const last = at[start + sought.trimEnd().length - 1] ?? 0
  const piece = text.slice(last).match(pieces)?.[0] ?? ''
  return { from: at[start + 1] ?? 0, to: last + piece.length }
}

/** Question words at the end of a query, which no slide contains: «8 nhóm là gì?» */
const asking = /(?: (?:la|gom|co|nhung))? (?:gi|ai|nao|bao nhieu|o dau|khi nao|nhu the nao)$/

/**
 * The slides that match a query, in running order: first those with its words in sequence, then
 * those with all its words anywhere. Marks, capitals and spelling variants do not matter.
 */
export function search(entries: readonly Entry[], question: string): readonly Hit[] {
  const words = fold(question.normalize('NFC')).words
  const sought = words.replace(asking, '') || words
  if (!sought) return []
  const runs: Hit[] = []
  const scattered: Hit[] = []
  for (const { id, text: raw } of entries) {
    const text = raw.normalize('NFC')
    const folded = fold(text)
    const run = stretch(text, folded, sought)
    if (run) {
      runs.push({ id, text, found: [run] })
      continue
    }
    // Whole words only, except the last, which may not be typed to its end yet.
    const each = [...sought.matchAll(/ \S+/g)].map(([word], at, { length }) =>
      at < length - 1 ? `${word} ` : word,
    )
    const found = each.flatMap((word) => stretch(text, folded, word) ?? [])
    if (found.length === each.length) {
      scattered.push({ id, text, found: [...found].sort((a, b) => a.from - b.from) })
    }
  }
  return [...runs, ...scattered]
}

/** The number in «trang 7», «slide 7» or «7»; undefined for any other query. */
export function pageIn(question: string): number | undefined {
  const number = /^ (?:trang |slide )?(\d{1,4})$/.exec(fold(question).words)?.[1]
  return number === undefined ? undefined : Number(number)
}
