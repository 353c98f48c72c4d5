import { deck as whole } from '#deck'
import { type Deck, runningOrderOf, withoutNotes } from '../model/deck/deck.ts'
import type { RunningOrder } from '../model/deck/running-order.ts'
import { checkDeck, withDeck } from '../render/check-deck.tsx'
import { type DocumentName, type Rendered, render, renderForOffice } from '../render/render.tsx'
import { remarksFor, shownDeck, type VersionFile } from './version.ts'

checkDeck(whole)

const shown = new WeakMap<VersionFile, Deck>()

/** The deck with a private version applied, which is read once; without a file, the deck itself. */
export function deckShown(file?: VersionFile): Deck {
  if (!file) return whole
  const deck = shown.get(file) ?? withDeck(whole, () => shownDeck(whole, file))
  shown.set(file, deck)
  return deck
}

/** Renders a page of this deck. Only this file imports both slides and renderers. */
export const renderPage = (name: DocumentName, file?: VersionFile): Rendered =>
  withDeck(whole, () => render(name, deckShown(file)))

/** The HTML that Office files of this deck are made from. */
export const officePages = (file?: VersionFile) =>
  withDeck(whole, () => renderForOffice(deckShown(file), shownDeck(whole, file, 'all')))

/**
 * The deck as data, for browsers that render a version of it. `notes` is false for the audience,
 * which must not get them.
 */
export const deckData = (notes: boolean, file?: VersionFile): Deck => {
  const deck = deckShown(file)
  return notes ? deck : withoutNotes(deck)
}

/** The deck's id, by which stored data is kept apart from that of other decks. */
export const deckId: string = whole.id

/** The running order of this deck, for a relay. */
export const deckRunningOrder = (): RunningOrder => withDeck(whole, () => runningOrderOf(whole))

export { isDocument } from '../render/render.tsx'

/** Remarks on the version that is printed: see `remarksFor`. */
export const versionRemarks = (file?: VersionFile): readonly string[] =>
  withDeck(whole, () => remarksFor(whole, file))
