import { type Form, formOf, lettersIn, readWords } from './words.ts'

/** Where a passage stands, in the order in which hits are listed. An aside is for the speaker. */
export type Kind = 'name' | 'body' | 'gap' | 'note' | 'aside'

/** A text that is read in one go, such as a paragraph of a slide: no match runs across two. */
export interface Passage {
  readonly kind: Kind
  readonly text: string
}

/** The id of a slide, and what it says. */
export interface Entry {
  readonly id: string
  readonly passages: readonly Passage[]
}

/** A passage in NFC and its words, as indexes in the vocabulary. */
export interface Indexed extends Passage {
  readonly words: readonly number[]
  /** The indexes in `words` of those with punctuation before them. */
  readonly parted: ReadonlySet<number>
}

/** A slide as it is searched. */
export interface Page {
  readonly id: string
  /** Its id as words, by which it may be asked for: «ket qua». */
  readonly alias: string
  readonly passages: readonly Indexed[]
  /** Whether most of what it says stands on other slides too, as on an overview. */
  readonly repeats: boolean
}

/** The slides in running order, and the forms of all their words. */
export interface Index {
  readonly pages: readonly Page[]
  readonly vocabulary: readonly Form[]
  /** For each word of the vocabulary, the indexes of the slides that have it. */
  readonly places: readonly (readonly number[])[]
}

/** The share of a slide's pairs of words, from which it counts as repeating what others say. */
const most = 0.75

/** Makes an index of slides, given in running order. */
export function indexOf(entries: readonly Entry[]): Index {
  const vocabulary: Form[] = []
  const ids = new Map<string, number>()
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? vocabulary.push(formOf(word)) - 1
    ids.set(word, id)
    return id
  }
  const read = ({ kind, text: raw }: Passage): Indexed => {
    const text = raw.normalize('NFC')
    const words = readWords(text, idOf)
    const parted = words.flatMap(({ isParted }, at) => (isParted ? at : []))
    return { kind, text, words: words.map(({ word }) => word), parted: new Set(parted) }
  }
  const pages = entries.map(({ id, passages }) => ({
    id,
    alias: lettersIn(readWords(id, (word) => formOf(word)).map(({ word }) => word)),
    passages: passages.map(read),
  }))
  const places = vocabulary.map(() => new Set<number>())
  const pairs = new Map<number, Set<number>>()
  pages.forEach(({ passages }, page) => {
    for (const { words } of passages) for (const word of words) places[word]?.add(page)
    for (const pair of passages.flatMap(pairsIn)) {
      pairs.set(pair, (pairs.get(pair) ?? new Set()).add(page))
    }
  })
  const isShared = (pair: number) => (pairs.get(pair)?.size ?? 0) > 1
  return {
    pages: pages.map((page) => {
      const own = page.passages.flatMap(pairsIn)
      return { ...page, repeats: own.filter(isShared).length > own.length * most }
    }),
    vocabulary,
    places: places.map((set) => [...set]),
  }
}

/** The pairs of adjacent words of what a slide says, each as one number. */
function pairsIn({ kind, words }: Indexed): readonly number[] {
  if (kind !== 'name' && kind !== 'body') return []
  return words.slice(1).map((word, at) => (words[at] ?? 0) * 1e6 + word)
}
