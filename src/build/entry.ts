import { deck } from '../../slides/deck.ts'
import { slidesOf, titleOf } from '../model/deck.ts'
import {
  type DocumentName,
  type PackedView,
  type Rendered,
  render,
  renderViews,
} from '../render/render.tsx'

/** Renders a page of this deck; the one place where slides meet rendering. */
export const renderPage = (name: DocumentName): Rendered => render(name, deck)

/** Renders the pages that a packed file of this deck holds besides the deck. */
export const renderPackedViews = (speaker: boolean): readonly PackedView[] =>
  renderViews(deck, speaker)

export { isDocument } from '../render/render.tsx'

/** What each page of a printed deck must show and be bookmarked by, in order. */
export const outline: readonly { readonly id: string; readonly title: string }[] = slidesOf(
  deck,
).map((slide) => ({ id: slide.id, title: titleOf(slide) }))
