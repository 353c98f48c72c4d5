/** The deck of the build as data, without the notes. */
declare module '#deck-data' {
  import type { Deck } from '../../model/deck/deck.ts'
  export const deck: Deck
}
