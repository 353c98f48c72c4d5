import { deck } from '#deck-data'
import { withNotes } from '../../model/deck/deck.ts'
import { show } from '../../render/in-page.tsx'
import { stockOf } from './apply.ts'

/**
 * The notes, which the build has written into the pages that show them; no page loads them from
 * elsewhere.
 */
const notes = document.querySelector('script.notes-data')?.textContent

/** The stock of a hosted page, in a chunk of its own, which is loaded on demand. */
export const stock = stockOf(notes ? withNotes(deck, JSON.parse(notes)) : deck, show)
