import type { Deck } from '../../model/deck/deck.ts'
import { type Links, packedLinks } from '../links.ts'
import { CheckScreen } from './check.tsx'
import { DeckDocument } from './deck.tsx'
import { OutlineDocument } from './outline.tsx'
import { ReviewDocument } from './review.tsx'
import { SpeakerScreen } from './speaker.tsx'

/** Where the pages of a file lead: one for the audience has none with notes. */
const linksFor = (speaker: boolean): Links => {
  const { speaker: _, review: __, ...rest } = packedLinks
  return speaker ? packedLinks : rest
}

/** The deck itself, which needs no script to be read. */
export const SpeakerFile = ({ deck }: { deck: Deck }) => (
  <DeckDocument deck={deck} links={linksFor(true)} />
)

/** The same for the audience: not a word of the notes. */
export const AudienceFile = ({ deck }: { deck: Deck }) => (
  <DeckDocument deck={deck} links={linksFor(false)} />
)

/** The pages that a file shows when it is asked for them by its query; the slides are the deck's. */
export const packedViews = (deck: Deck, speaker: boolean) => {
  const links = linksFor(speaker)
  // What they share lies near in this order, where it is packed into the least room.
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
