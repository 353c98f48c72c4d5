import { renderToString } from 'preact-render-to-string'
import type { Deck } from '../model/deck/deck.ts'
import { CheckDocument } from './documents/check.tsx'
import { DeckDocument } from './documents/deck.tsx'
import { GuideDocument } from './documents/guide.tsx'
import { OutlineDocument } from './documents/outline.tsx'
import { AudienceFile, SpeakerFile } from './documents/packed.tsx'
import { ReviewDocument } from './documents/review.tsx'
import { SpeakerDocument } from './documents/speaker.tsx'
import { Head } from './parts/head.tsx'

/** What fills a page's placeholders: the deck's id, the contents of the head, and the body. */
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
  speaker: { Document: SpeakerDocument, title: 'Màn hình báo cáo viên' },
  review: { Document: ReviewDocument, title: 'Chế độ đọc trước' },
  outline: { Document: OutlineDocument, title: 'Đề cương' },
  check: { Document: CheckDocument, title: 'Trang kiểm tra' },
  'huong-dan': { Document: GuideDocument, title: 'Hướng dẫn cho báo cáo viên' },
  'bao-cao-vien': { Document: SpeakerFile, title: '' },
  'khan-gia': { Document: AudienceFile, title: '' },
} as const

export type DocumentName = keyof typeof documents

/** Whether a string is the name of one of our pages. */
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
