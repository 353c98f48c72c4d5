import { renderToString } from 'preact-render-to-string'
import type { Deck } from '../model/deck/deck.ts'
import { CheckDocument } from './documents/check.tsx'
import { DeckDocument } from './documents/deck.tsx'
import { OutlineDocument } from './documents/outline.tsx'
import { AudienceFile, packedViews, SpeakerFile } from './documents/packed.tsx'
import { ReviewDocument } from './documents/review.tsx'
import { SpeakerDocument } from './documents/speaker.tsx'
import { Head } from './parts/head.tsx'

/** What fills one page: the deck's id, what the head says of the page, and its body. */
export interface Rendered {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly head: string
  readonly body: string
}

/** The table of documents, by the name of the page that carries each. */
const documents = {
  index: { Document: DeckDocument, title: '' },
  speaker: { Document: SpeakerDocument, title: 'Màn hình báo cáo viên' },
  review: { Document: ReviewDocument, title: 'Chế độ đọc trước' },
  outline: { Document: OutlineDocument, title: 'Đề cương' },
  check: { Document: CheckDocument, title: 'Trang kiểm tra' },
  'bao-cao-vien': { Document: SpeakerFile, title: '' },
  'khan-gia': { Document: AudienceFile, title: '' },
} as const

export type DocumentName = keyof typeof documents

/** Tells a page name of ours from any other string. */
export const isDocument = (name: string): name is DocumentName => Object.hasOwn(documents, name)

/** Renders one document of the deck to static HTML. */
export function render(name: DocumentName, deck: Deck): Rendered {
  const { Document, title: own } = documents[name]
  const { id, description } = deck
  const title = own ? `${own} – ${deck.title}` : deck.title
  return {
    id,
    title,
    description,
    head: renderToString(<Head title={title} description={description} />),
    body: renderToString(<Document deck={deck} />),
  }
}

/** A page asleep in a packed file: the query that asks for it, what runs it, and its body. */
export interface PackedView {
  readonly query: string
  readonly page: string
  readonly title: string
  readonly body: string
}

/** Renders the pages that a packed file holds besides the deck. */
export const renderViews = (deck: Deck, speaker: boolean): readonly PackedView[] =>
  packedViews(deck, speaker).map(({ content, ...view }) => ({
    ...view,
    body: renderToString(content),
  }))
