import { formOf, plainOf, readWords, type Word } from './words.ts'

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
  /** Set for an overview, such as a programme or a recap: others say more about what it says. */
  readonly isOverview?: boolean
}

/** A passage in NFC, and its words. */
export interface Indexed extends Passage {
  readonly words: readonly Word[]
}

/** A slide as it is searched. */
export interface Page {
  readonly id: string
  /** Its id as words without marks, by which it may be asked for: «ket qua». */
  readonly alias: string
  readonly passages: readonly Indexed[]
}

/** The slides in running order. */
export interface Index {
  readonly pages: readonly Page[]
  /** For each form of a word, the slides that have it. */
  readonly places: ReadonlyMap<string, ReadonlySet<Page>>
  /** The slides that only announce, gather or repeat what others say: listed after those. */
  readonly overviews: ReadonlySet<Page>
}

/** Makes an index of slides, given in running order. */
export function indexOf(entries: readonly Entry[]): Index {
  const places = new Map<string, Set<Page>>()
  // A deck of a hundred thousand words has a thousand different ones.
  const forms = new Map<string, string>()
  const form = (word: string): string => {
    const known = forms.get(word) ?? formOf(word)
    forms.set(word, known)
    return known
  }
  const pages = entries.map(({ id, passages }): Page => {
    const alias = readWords(id).map(({ form }) => plainOf(form))
    const read = passages.map(({ kind, text: raw }) => {
      const text = raw.normalize('NFC')
      return { kind, text, words: readWords(text, form) }
    })
    return { id, alias: alias.join(' '), passages: read }
  })
  for (const page of pages) {
    for (const { words } of page.passages) {
      for (const { form } of words) places.set(form, (places.get(form) ?? new Set()).add(page))
    }
  }
  const overviews = new Set(pages.filter((_, at) => entries[at]?.isOverview))
  return { pages, places, overviews }
}
