import { plainOf, readWords, type Word } from './words.ts'

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
  /** The slides that only announce, gather or repeat what others say. */
  readonly overviews: ReadonlySet<Page>
  /** Those, and the slides of which most stands on other slides too, as on an overview. */
  readonly repeating: ReadonlySet<Page>
}

/**
 * An overview says what several slides say: this share of it stands on others, but no more than that
 * on any one of them, which it would be the original of.
 */
const share = { all: 0.9, one: 0.7 }

/** How many of the slides that have a pair are looked at. */
const many = 8

/** The pairs of adjacent words of what a slide says. */
const pairsOn = ({ passages }: Page): readonly string[] =>
  passages.flatMap(({ kind, words }) =>
    kind === 'name' || kind === 'body'
      ? words.slice(1).map(({ form }, at) => `${words[at]?.form} ${form}`)
      : [],
  )

/** Adds a page under each key. */
function list(places: Map<string, Set<Page>>, keys: readonly string[], page: Page): void {
  for (const key of keys) places.set(key, (places.get(key) ?? new Set()).add(page))
}

/** Makes an index of slides, given in running order. */
export function indexOf(entries: readonly Entry[]): Index {
  const places = new Map<string, Set<Page>>()
  const pairs = new Map<string, Set<Page>>()
  const pages = entries.map(({ id, passages }): Page => {
    const alias = readWords(id).map(({ form }) => plainOf(form))
    const read = passages.map(({ kind, text: raw }) => {
      const text = raw.normalize('NFC')
      return { kind, text, words: readWords(text) }
    })
    return { id, alias: alias.join(' '), passages: read }
  })
  const overviews = new Set(pages.filter((_, at) => entries[at]?.isOverview))
  for (const page of pages) {
    for (const { words } of page.passages)
      list(
        places,
        words.map(({ form }) => form),
        page,
      )
    // What an overview says is not repeated by the slides that it is about.
    if (!overviews.has(page)) list(pairs, pairsOn(page), page)
  }
  const repeats = (page: Page) => {
    const own = pairsOn(page)
    const counts = new Map<Page, number>()
    // A pair that many slides have tells little about each.
    for (const other of own.flatMap((pair) => [...(pairs.get(pair) ?? [])].slice(0, many))) {
      if (other !== page) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    const shared = own.filter((pair) => (pairs.get(pair)?.size ?? 0) > 1).length
    const most = Math.max(...counts.values())
    return shared >= own.length * share.all && most <= own.length * share.one
  }
  return {
    pages,
    places,
    overviews,
    repeating: new Set(pages.filter((page) => overviews.has(page) || repeats(page))),
  }
}
