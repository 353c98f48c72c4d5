import { hydrate, render, type VNode } from 'preact'
import type { Deck } from '../model/deck/deck.ts'
import { cardsNear, drawCards } from './cards-in-page.tsx'
import { Slides } from './documents/deck.tsx'
import { OutlineText } from './documents/outline.tsx'
import { Cards, type Editing, Totals } from './documents/review.tsx'
import { SpeakerNotes, SpeakerSources } from './documents/speaker.tsx'
import { ContentsRows } from './parts/dialogs/contents.tsx'
import { Changes, UndoButtons } from './parts/version-changes.tsx'
import { PartOrder } from './parts/version-editor.tsx'

export { finishCards } from './cards-in-page.tsx'

/** What a page shows: a deck, and on the review page the state of the version editor. */
export interface Showing {
  readonly deck: Deck
  readonly editing?: Editing
  /** Called with each card of the review page that has been drawn: in a long deck, some are later. */
  readonly onCard?: (card: HTMLElement) => void
}

type Regions = Readonly<Record<string, (showing: Showing) => VNode | null>>

/** The parts of a page that depend on the deck, by the `data-shows` of their element. */
const regions: Regions = {
  slides: ({ deck }) => <Slides deck={deck} />,
  contents: ({ deck }) => <ContentsRows deck={deck} timed={false} />,
  'timed-contents': ({ deck }) => <ContentsRows deck={deck} timed />,
  notes: ({ deck }) => <SpeakerNotes deck={deck} />,
  sources: ({ deck }) => <SpeakerSources deck={deck} />,
  outline: ({ deck }) => <OutlineText deck={deck} />,
  totals: ({ deck }) => <Totals deck={deck} />,
}

/** Those that depend on the version editor too. */
const editedRegions: Regions = {
  cards: ({ deck, editing }) => <Cards deck={deck} editing={editing} filled={false} />,
  history: ({ editing }) => (editing?.ways ? <UndoButtons ways={editing.ways} /> : null),
  changes: ({ editing }) => (editing?.changes ? <Changes of={editing.changes} /> : null),
  'part-order': ({ editing }) =>
    editing ? <PartOrder names={editing.all.parts.map(({ name }) => name)} /> : null,
}

const taken = new WeakSet<Element>()

/**
 * Renders a deck into a page that is rendered already. Only what differs changes: elements that
 * stay keep their listeners, the focus and typed text. `before` is what the page was rendered with;
 * if it is not given, the parts are emptied and rendered anew.
 */
export function show(page: ParentNode, showing: Showing, before?: Showing): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-shows]')) {
    const { shows = '' } = place.dataset
    const region = regions[shows] ?? editedRegions[shows]
    if (!region) throw new Error(`Nothing fills ${shows}.`)
    const isRendered = !taken.has(place) && showing.deck === before?.deck
    if (isRendered && region === regions[shows]) continue
    // Before anything moves.
    const near = shows === 'cards' && cardsNear(place)
    if (!taken.has(place)) {
      taken.add(place)
      if (before) hydrate(region(before), place)
      else place.replaceChildren()
    }
    render(region(showing), place)
    if (near) drawCards(place, near, showing, before)
  }
}
