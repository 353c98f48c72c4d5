import { formsOf, plainOf, readWords, type Word } from './words.ts'

/** Where a passage stands, in the order in which hits are listed. An aside is for the speaker. */
export type Kind = 'name' | 'body' | 'gap' | 'note' | 'aside'

/** A text that is read in one go, such as a paragraph of a slide. */
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

/** A word where it stands: in which passage, in NFC, and in which part of it between punctuation. */
export interface Placed extends Word {
  readonly passage: Passage
  readonly part: number
}

/** What a slide shows, or its notes, as one text. */
export interface Text {
  readonly id: string
  /** The place of the slide in running order. */
  readonly at: number
  /** Its id as words without marks, by which it may be asked for: «ket qua»; empty for notes. */
  readonly alias: string
  readonly isOverview: boolean
  readonly words: readonly Placed[]
}

/** The slides in running order. */
export interface Index {
  readonly ids: readonly string[]
  readonly texts: readonly Text[]
  /** For each form of a word, where it stands. */
  readonly places: ReadonlyMap<string, Place>
}

/** The texts that have a form, and the form without marks. */
export interface Place {
  readonly plain: string
  readonly texts: ReadonlySet<Text>
}

/** Makes an index of slides, given in running order. */
export function indexOf(entries: readonly Entry[]): Index {
  const places = new Map<string, { plain: string; texts: Set<Text> }>()
  const textOf = (
    { id, passages, isOverview = false }: Entry,
    at: number,
    ofNotes: boolean,
  ): Text => {
    let part = 0
    const words = passages.flatMap(({ kind, text: raw }) => {
      if (/note|aside/.test(kind) !== ofNotes) return []
      const passage = { kind, text: raw.normalize('NFC') }
      part += 1
      return readWords(passage.text).map((word): Placed => {
        part += Number(word.isParted)
        return { ...word, passage, part }
      })
    })
    const alias = ofNotes ? '' : plainOf(formsOf(id.replace(/-/g, ' ')).join(' '))
    return { id, at, alias, isOverview, words }
  }
  const texts = entries.flatMap((entry, at) => [textOf(entry, at, false), textOf(entry, at, true)])
  for (const text of texts) {
    for (const { form } of text.words) {
      const place = places.get(form) ?? { plain: plainOf(form), texts: new Set() }
      places.set(form, place)
      place.texts.add(text)
    }
  }
  return { ids: entries.map(({ id }) => id), texts, places }
}
