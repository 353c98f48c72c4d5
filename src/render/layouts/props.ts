import type { Deck, Place } from '../../model/deck/deck.ts'

/** The props of every layout: the slide, its place in the deck, and the deck. */
export interface LayoutProps<Slide> {
  readonly slide: Slide
  readonly place: Place
  readonly deck: Deck
}
