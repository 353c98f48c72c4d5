import { hydrate, render, type VNode } from 'preact'
import type { Deck } from '../model/deck/deck.ts'
import { Slides } from './documents/deck.tsx'
import { OutlineText } from './documents/outline.tsx'
import { Cards, type Editing, Totals } from './documents/review.tsx'
import { SpeakerNotes, SpeakerSources } from './documents/speaker.tsx'
import { ContentsRows } from './parts/dialogs/contents.tsx'
import { Changes, UndoButtons } from './parts/version-changes.tsx'
import { PartOrder } from './parts/version-editor.tsx'

/** What a page shows: a deck, and on the review page the state of the version editor. */
export interface Showing {
  readonly deck: Deck
  readonly editing?: Editing
}

/** The parts of a page that depend on the deck, by the `data-shows` of their element. */
const regions: Readonly<Record<string, (showing: Showing) => VNode | null>> = {
  slides: ({ deck }) => <Slides deck={deck} />,
  contents: ({ deck }) => <ContentsRows deck={deck} timed={false} />,
  'timed-contents': ({ deck }) => <ContentsRows deck={deck} timed />,
  notes: ({ deck }) => <SpeakerNotes deck={deck} />,
  sources: ({ deck }) => <SpeakerSources deck={deck} />,
  outline: ({ deck }) => <OutlineText deck={deck} />,
  totals: ({ deck }) => <Totals deck={deck} />,
  cards: ({ deck, editing }) => <Cards deck={deck} editing={editing} />,
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
    const region = regions[place.dataset.shows ?? '']
    if (!region) throw new Error(`Nothing fills ${place.dataset.shows}.`)
    if (!taken.has(place)) {
      taken.add(place)
      if (before) hydrate(region(before), place)
      else place.replaceChildren()
    }
    render(region(showing), place)
  }
}
