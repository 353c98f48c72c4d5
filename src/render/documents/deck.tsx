import { type Deck, placesOf } from '../../model/deck.ts'
import { SlideSection } from '../slide.tsx'
import { Toolbar } from '../toolbar.tsx'

/** The deck to present: the markup reveal.js takes over, and the same page without scripts. */
export const DeckDocument = ({ deck }: { deck: Deck }) => (
  <>
    <main>
      <div class="reveal">
        <div class="slides">
          {placesOf(deck).map((place) => (
            <SlideSection deck={deck} place={place} />
          ))}
        </div>
      </div>
    </main>
    <Toolbar />
    <p class="announcer" role="status" />
  </>
)
