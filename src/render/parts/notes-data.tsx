import { type Deck, notesBySlide } from '../../model/deck/deck.ts'

/**
 * The notes as JSON, on the pages that show notes. The script with the deck's data, which a browser
 * loads to render a version, comes without notes, because the audience's pages load it too. As
 * data, this element is allowed by any content security policy.
 */
export const NotesData = ({ deck }: { deck: Deck }) => (
  <script
    type="application/json"
    class="notes-data"
    // Script content is not escaped, so no `<` may remain that could end the element.
    dangerouslySetInnerHTML={{
      __html: JSON.stringify(notesBySlide(deck)).replaceAll('<', '\\u003c'),
    }}
  />
)
