import { render, type VNode } from 'preact'
import { type Deck, slidesOf } from '../model/deck/deck.ts'
import { Slides } from './documents/deck.tsx'
import { packedViews } from './documents/packed.tsx'

export * from './in-page.tsx'

/** Content as nodes that stand nowhere yet. */
function nodesOf(content: VNode): DocumentFragment {
  const nodes = document.createDocumentFragment()
  render(content, nodes)
  return nodes
}

/** Renders the page of a packed file that is asked for by its query, the deck's own but for one. */
export function renderView(deck: Deck, asks: (query: string) => boolean) {
  // A file for the audience has no notes, and no page that shows any.
  const speaker = slidesOf(deck).some(({ notes }) => notes.length > 0)
  const view = packedViews(deck, speaker).find(({ query }) => asks(query))
  if (!view) return undefined
  const { page, title, content } = view
  return {
    page,
    title,
    body: nodesOf(content),
    /** The slides of a page that shows them elsewhere than in itself. */
    slides: nodesOf(
      <div data-shows="slides">
        <Slides deck={deck} />
      </div>,
    ),
  }
}
