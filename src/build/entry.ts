import { deck as whole } from '#deck'
import { type Deck, runningOrderOf } from '../model/deck/deck.ts'
import type { RunningOrder } from '../model/deck/running-order.ts'
import {
  type DocumentName,
  type PackedView,
  type Rendered,
  render,
  renderViews,
} from '../render/render.tsx'
import { remarksFor, shownDeck, type VersionFile, versionFileIn } from './version.ts'

/** The deck with a private version applied: the one given, or the one the environment names. */
export const deckShown = (file = versionFileIn(process.env)): Deck => shownDeck(whole, file)

/** Renders a page of this deck; the one place where slides meet rendering. */
export const renderPage = (name: DocumentName, file?: VersionFile): Rendered =>
  render(name, deckShown(file))

/** Renders the pages that a packed file of this deck holds besides the deck. */
export const renderPackedViews = (speaker: boolean): readonly PackedView[] =>
  renderViews(deckShown(), speaker)

/** What this deck is told from others by. */
export const deckId: string = whole.id

/** The slides of this deck as a relay knows them. */
export const deckRunningOrder = (): RunningOrder => runningOrderOf(deckShown())

export { isDocument } from '../render/render.tsx'

/** What to know before the version that is shown is printed. */
export const versionRemarks = (file = versionFileIn(process.env)): readonly string[] =>
  remarksFor(whole, file)
