import { type Deck, notesBySlide } from '../../model/deck/deck.ts'

/**
 * The notes as data, on the pages that show them: the deck that a browser renders anew, where there
 * is a version, comes without them, since the audience's pages load it too. No script, so that no
 * policy minds it.
 */
export const NotesData = ({ deck }: { deck: Deck }) => (
  <script
    type="application/json"
    class="notes-data"
    // The content of a script is not escaped: nothing in it may end the element.
    dangerouslySetInnerHTML={{
      __html: JSON.stringify(notesBySlide(deck)).replaceAll('<', '\\u003c'),
    }}
  />
)
