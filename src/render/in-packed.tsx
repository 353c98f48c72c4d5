import { render, type VNode } from 'preact'
import { type Deck, slidesOf } from '../model/deck/deck.ts'
import { Slides } from './documents/deck.tsx'
import { packedViews } from './documents/packed.tsx'

export * from './in-page.tsx'

/** Renders content to nodes outside the document. */
function nodesOf(content: VNode): DocumentFragment {
  const nodes = document.createDocumentFragment()
  render(content, nodes)
  return nodes
}

/**
 * Renders the page of a packed file that the query asks for; undefined for the deck's own page.
 * `asks` tells whether the query contains a parameter.
 */
export function renderView(deck: Deck, asks: (query: string) => boolean) {
  // The audience's file has no notes, and none of the pages that show them.
  const speaker = slidesOf(deck).some(({ notes }) => notes.length > 0)
  const view = packedViews(deck, speaker).find(({ query }) => asks(query))
  if (!view) return undefined
  const { page, title, content } = view
  return {
    page,
    title,
    body: nodesOf(content),
    /**
     * The deck's slides, for pages such as the speaker screen that show them outside their own
     * body.
     */
    slides: nodesOf(
      <div data-shows="slides">
        <Slides deck={deck} />
      </div>,
    ),
  }
}
