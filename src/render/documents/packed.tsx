import type { VNode } from 'preact'
import type { Deck } from '../../model/deck/deck.ts'
import { type Links, packedLinks } from '../links.ts'
import { CheckScreen } from './check.tsx'
import { DeckDocument } from './deck.tsx'
import { GuideDocument } from './guide.tsx'
import { OutlineDocument } from './outline.tsx'
import { ReviewScreen } from './review.tsx'
import { SpeakerScreen } from './speaker.tsx'

/** The links inside a packed file; the audience's file has no pages for the speaker. */
const linksFor = (speaker: boolean): Links => {
  const { speaker: _, review: __, guide: ___, ...rest } = packedLinks
  return speaker ? packedLinks : rest
}

/** The speaker's packed file: the deck, readable without JavaScript. */
export const SpeakerFile = ({ deck }: { deck: Deck }) => (
  <DeckDocument deck={deck} links={linksFor(true)} />
)

/** The audience's packed file: the same deck without any of the notes. */
export const AudienceFile = ({ deck }: { deck: Deck }) => (
  <DeckDocument deck={deck} links={linksFor(false)} />
)

/** A page that a packed file shows for a query such as `?de-cuong`. */
interface PackedView {
  readonly query: string
  readonly page: 'review' | 'speaker' | 'outline' | 'check' | 'guide'
  readonly title: string
  readonly content: VNode
}

/** The pages that a packed file shows besides the deck. */
export const packedViews = (deck: Deck, speaker: boolean): readonly PackedView[] => {
  const links = linksFor(speaker)
  return [
    ...(speaker
      ? ([
          {
            query: links.review ?? '',
            page: 'review',
            title: 'Chế độ đọc trước',
            content: <ReviewScreen deck={deck} links={links} />,
          },
          {
            query: links.speaker ?? '',
            page: 'speaker',
            title: 'Màn hình báo cáo viên',
            content: <SpeakerScreen deck={deck} links={links} />,
          },
          {
            query: links.guide ?? '',
            page: 'guide',
            title: 'Hướng dẫn cho báo cáo viên',
            content: <GuideDocument links={links} />,
          },
        ] as const)
      : []),
    {
      query: links.outline ?? '',
      page: 'outline',
      title: 'Đề cương',
      content: <OutlineDocument deck={deck} links={links} />,
    },
    {
      query: links.check,
      page: 'check',
      title: 'Trang kiểm tra',
      content: <CheckScreen links={links} />,
    },
  ]
}
