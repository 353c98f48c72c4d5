/** The deck that was built, as data without notes. */
declare module '#deck-data' {
  import type { Deck } from '../../model/deck/deck.ts'
  export const deck: Deck
}
