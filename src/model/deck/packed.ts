import type { Deck } from './deck.ts'

/** What a packed file holds asleep, for its other pages and for a version. */
export interface Packed {
  /** The style that its other pages have beside the deck's. */
  readonly style: string
  /** The renderer as a script, which makes itself known as `renderer`. */
  readonly script: string
  /** The deck as data; without the notes in a file for the audience. */
  readonly deck: Deck
}
