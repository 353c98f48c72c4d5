import type { Deck } from './deck.ts'

/** The compressed data of a packed file. */
export interface Packed {
  /** The script of all its pages. */
  readonly pages: string
  /** The stylesheet of the other pages, in addition to the deck's. */
  readonly style: string
  /** The renderer as a script that defines the global `renderer`. */
  readonly script: string
  /** The script that makes Office files, which defines the global `office`; the speaker's only. */
  readonly office?: string
  /** The deck as data; without the notes in a file for the audience. */
  readonly deck: Deck
}
