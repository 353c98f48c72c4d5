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
import { remarksFor, shownDeck } from './version.ts'

/** The deck as it is shown: with a speaker's version, if one was named. */
export const deckShown = (): Deck => shownDeck(whole)

/** Renders a page of this deck; the one place where slides meet rendering. */
export const renderPage = (name: DocumentName): Rendered => render(name, deckShown())

/** Renders the pages that a packed file of this deck holds besides the deck. */
export const renderPackedViews = (speaker: boolean): readonly PackedView[] =>
  renderViews(deckShown(), speaker)

/** What this deck is told from others by. */
export const deckId: string = whole.id

/** The slides of this deck as a relay knows them. */
export const deckRunningOrder = (): RunningOrder => runningOrderOf(deckShown())

export { isDocument } from '../render/render.tsx'

/** What to know before the version that is shown is printed. */
export const versionRemarks = (): readonly string[] => remarksFor(whole)
