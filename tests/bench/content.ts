import {
  type Deck,
  gapsOf,
  phraseOf,
  slidesOf,
  sourcesOf,
  statementsOf,
  titleOf,
} from '../../src/model/deck/deck.ts'
import { noteText } from '../../src/model/deck/notes.ts'
import { citation } from '../../src/model/deck/source.ts'

/** A slide's text, for rivals to put into their own markup. */
export interface Content {
  readonly id: string
  readonly title: string
  readonly points: readonly string[]
  readonly foot: string
  readonly notes: readonly string[]
}

/** The text of every slide of a deck. */
export const contentOf = (deck: Deck): readonly Content[] =>
  slidesOf(deck).map((slide) => {
    const title = titleOf(slide)
    const sources = sourcesOf(slide)
    const gaps = gapsOf(slide)
    return {
      id: slide.id,
      title,
      points: [
        ...statementsOf(slide).map(phraseOf),
        ...(gaps.length > 0 ? [`Bài không nêu: ${gaps.join('; ')}.`] : []),
      ].filter((text) => text !== title),
      foot: [sources.length > 0 && `${citation(sources)}.`, slide.remark].filter(Boolean).join(' '),
      notes: slide.notes.map(noteText),
    }
  })

/** Escapes text between tags. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
