import { hydrate, render, type VNode } from 'preact'
import type { Deck } from '../model/deck/deck.ts'
import { Slides } from './documents/deck.tsx'
import { OutlineText } from './documents/outline.tsx'
import { Cards, type Editing, Totals } from './documents/review.tsx'
import { SpeakerNotes, SpeakerSources } from './documents/speaker.tsx'
import { ContentsRows } from './parts/dialogs/contents.tsx'
import { PartOrder } from './parts/version-editor.tsx'

/** What a page shows: a deck, and, on the page where a version is made, what is made of it. */
export interface Showing {
  readonly deck: Deck
  readonly editing?: Editing
}

/** What of a page depends on the deck that it shows, by the `data-shows` of its element. */
const regions: Readonly<Record<string, (showing: Showing) => VNode | null>> = {
  slides: ({ deck }) => <Slides deck={deck} />,
  contents: ({ deck }) => <ContentsRows deck={deck} timed={false} />,
  'timed-contents': ({ deck }) => <ContentsRows deck={deck} timed />,
  notes: ({ deck }) => <SpeakerNotes deck={deck} />,
  sources: ({ deck }) => <SpeakerSources deck={deck} />,
  outline: ({ deck }) => <OutlineText deck={deck} />,
  totals: ({ deck }) => <Totals deck={deck} />,
  cards: ({ deck, editing }) => <Cards deck={deck} editing={editing} />,
  'part-order': ({ editing }) =>
    editing ? <PartOrder names={editing.all.parts.map(({ name }) => name)} /> : null,
}

const taken = new WeakSet<Element>()

/**
 * Has a rendered page show a deck: what is different in it changes, all else stays as it is, with
 * what runs, is focused or written there. `before` is what the page was rendered with; where that is
 * not known, what it shows is rendered anew.
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
