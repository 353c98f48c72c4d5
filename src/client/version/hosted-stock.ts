import { deck } from '#deck-data'
import { withNotes } from '../../model/deck/deck.ts'
import { show } from '../../render/in-page.tsx'
import { stockOf } from './apply.ts'

/** The notes, on a page that has them: no page loads them from elsewhere. */
const notes = document.querySelector('script.notes-data')?.textContent

/** The deck as this build has it, in a piece of its own that is loaded on demand. */
// What stands in the page was written by the build.
export const stock = stockOf(notes ? withNotes(deck, JSON.parse(notes)) : deck, show)
