import { outlineIn } from './docx/outline.ts'
import { measureDeck } from './measure/deck.ts'
import type { Reading } from './office.ts'

/** Reads the review page's cards and the outline, both rendered; see `measureDeck`. */
export const readPages = async (
  cards: ParentNode,
  outline: ParentNode,
  stage: HTMLElement,
): Promise<Reading> => ({
  picture: await measureDeck(cards, stage),
  outline: outlineIn(outline),
})
