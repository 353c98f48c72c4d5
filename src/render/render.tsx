import type { ComponentProps, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Deck } from '../model/deck/deck.ts'
import type { Slide } from '../model/deck/slide.ts'
import { CheckDocument } from './documents/check.tsx'
import { DeckDocument } from './documents/deck.tsx'
import { GuideDocument } from './documents/guide.tsx'
import { OutlineDocument, OutlineText } from './documents/outline.tsx'
import { AudienceFile, SpeakerFile } from './documents/packed.tsx'
import { Cards, ReviewDocument } from './documents/review.tsx'
import { SpeakerDocument } from './documents/speaker.tsx'
import { pageTitles } from './links.ts'
import { Head } from './parts/head.tsx'
import { RenderedSources, SourcesAndGaps } from './parts/notes-and-sources.tsx'
import { RenderedPages, SlidePage } from './slide/slide.tsx'
import { WithCompounds } from './slide/text.tsx'

/**
 * A rendered page: the deck's id and the HTML of head and body fill the placeholders of its file.
 */
export interface Rendered {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly head: string
  readonly body: string
}

/** The documents by page name. */
const documents = {
  index: { Document: DeckDocument, title: '' },
  speaker: { Document: SpeakerDocument, title: pageTitles.speaker },
  review: { Document: ReviewDocument, title: pageTitles.review },
  outline: { Document: OutlineDocument, title: pageTitles.outline },
  check: { Document: CheckDocument, title: pageTitles.check },
  'huong-dan': { Document: GuideDocument, title: pageTitles.guide },
  'bao-cao-vien': { Document: SpeakerFile, title: '' },
  'khan-gia': { Document: AudienceFile, title: '' },
} as const

/** The name of a document: its page's file name without ending. */
export type DocumentName = keyof typeof documents

/** Whether a string names a document. */
export const isDocument = (name: string): name is DocumentName => Object.hasOwn(documents, name)

/** The HTML of the slides' pages of each deck, by the slide's id. */
const pages = new WeakMap<Deck, Map<string, string>>()

/** The HTML of a slide's page, rendered once for all documents. */
function pageOf({ deck, place }: ComponentProps<typeof SlidePage>): string {
  const known = pages.get(deck) ?? new Map<string, string>()
  pages.set(deck, known)
  const html = known.get(place.slide.id) ?? renderToString(<SlidePage deck={deck} place={place} />)
  known.set(place.slide.id, html)
  return html
}

/** The HTML of the sources and gaps of slides, which say nothing of the slides around them. */
const sources = new WeakMap<Slide, string>()

/** A function that renders the sources and gaps of a slide, once for all documents. */
const sourcesIn =
  (deck: Deck) =>
  (slide: Slide): string => {
    const html =
      sources.get(slide) ??
      renderToString(
        <WithCompounds of={deck}>
          <SourcesAndGaps slide={slide} />
        </WithCompounds>,
      )
    sources.set(slide, html)
    return html
  }

const toHtml = (deck: Deck, document: VNode): string =>
  renderToString(
    <RenderedPages.Provider value={pageOf}>
      <RenderedSources.Provider value={sourcesIn(deck)}>{document}</RenderedSources.Provider>
    </RenderedPages.Provider>,
  )

/** Renders one document of the deck to static HTML. */
export function render(name: DocumentName, deck: Deck): Rendered {
  const { Document, title: own } = documents[name]
  const { id, description } = deck
  const title = own ? `${own} – ${deck.title}` : deck.title
  return {
    id,
    title,
    description,
    // The speaker screen keeps its buttons clear of a phone's rounded corners itself.
    head: renderToString(<Head {...{ title, description, whole: name === 'speaker' }} />),
    body: toHtml(deck, <Document deck={deck} />),
  }
}

/**
 * The HTML that Office files are made from: the cards of the review page, with those of hidden
 * slides, which are in `all` only, and the outline.
 */
export const renderForOffice = (deck: Deck, all: Deck) => ({
  cards: toHtml(deck, <Cards deck={deck} editing={{ all, canMove: () => false }} />),
  outline: renderToString(<OutlineText deck={deck} />),
})
