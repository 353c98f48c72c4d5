import { deck as whole } from '#deck'
import { type Deck, runningOrderOf, withNotes } from '../model/deck/deck.ts'
import type { RunningOrder } from '../model/deck/running-order.ts'
import { type DocumentName, type Rendered, render } from '../render/render.tsx'
import { remarksFor, shownDeck, type VersionFile, versionFileIn } from './version.ts'

/** The deck with a private version applied: the one given, or the one the environment names. */
export const deckShown = (file = versionFileIn(process.env)): Deck => shownDeck(whole, file)

/** Renders a page of this deck; the one place where slides meet rendering. */
export const renderPage = (name: DocumentName, file?: VersionFile): Rendered =>
  render(name, deckShown(file))

/** The deck as data, for a browser that renders it anew; without `notes` as the audience has it. */
export const deckData = (notes: boolean, file?: VersionFile): Deck => {
  const deck = deckShown(file)
  return notes ? deck : withNotes(deck, {})
}

/** What this deck is told from others by. */
export const deckId: string = whole.id

/** The slides of this deck as a relay knows them. */
export const deckRunningOrder = (): RunningOrder => runningOrderOf(deckShown())

export { isDocument } from '../render/render.tsx'

/** What to know before the version that is shown is printed. */
export const versionRemarks = (file = versionFileIn(process.env)): readonly string[] =>
  remarksFor(whole, file)
