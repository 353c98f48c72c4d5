import type { Deck, Place } from '../../model/deck/deck.ts'

/** What every layout is given: its slide, and where that slide stands in the deck. */
export interface LayoutProps<Slide> {
  readonly slide: Slide
  readonly place: Place
  readonly deck: Deck
}
