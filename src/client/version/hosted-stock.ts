import { type Deck, withNotes } from '../../model/deck/deck.ts'
import { finishCards, show } from '../../render/in-page.tsx'
import { type Stock, stockOf } from './apply.ts'

/**
 * The stock of a hosted page, in a chunk of its own, which is loaded on demand. `deck` comes without
 * notes: the build has written them into the pages that show them, and no page loads them from
 * elsewhere.
 */
export function hostedStock(deck: Deck): Stock {
  const notes = document.querySelector('script.notes-data')?.textContent
  return stockOf(notes ? withNotes(deck, JSON.parse(notes)) : deck, { show, finishCards })
}
