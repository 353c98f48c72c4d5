import type { Deck } from './deck.ts'

/** What a packed file holds compressed. */
export interface Packed {
  /** The script of all its pages. */
  readonly pages: string
  /** The style that its other pages have beside the deck's. */
  readonly style: string
  /** The renderer as a script, which makes itself known as `renderer`. */
  readonly script: string
  /** The deck as data; without the notes in a file for the audience. */
  readonly deck: Deck
}
