import type { Deck } from '../../model/deck/deck.ts'
import { type Links, packedLinks } from '../links.ts'
import { CheckScreen } from './check.tsx'
import { DeckDocument } from './deck.tsx'
import { OutlineDocument } from './outline.tsx'
import { ReviewDocument } from './review.tsx'
import { SpeakerScreen } from './speaker.tsx'

/** The links inside a packed file; the audience's file has no pages with notes. */
const linksFor = (speaker: boolean): Links => {
  const { speaker: _, review: __, ...rest } = packedLinks
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

/**
 * The pages that a packed file shows for a query such as `?de-cuong`. They do not repeat the
 * slides.
 */
export const packedViews = (deck: Deck, speaker: boolean) => {
  const links = linksFor(speaker)
  // In this order text that two pages share lies close together, which compresses best.
  return [
    ...(speaker
      ? [
          {
            query: links.review ?? '',
            page: 'review',
            title: 'Chế độ đọc trước',
            content: <ReviewDocument deck={deck} links={links} bare />,
          },
          {
            query: links.speaker ?? '',
            page: 'speaker',
            title: 'Màn hình báo cáo viên',
            content: <SpeakerScreen deck={deck} links={links} />,
          },
        ]
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
  ] as const
}
