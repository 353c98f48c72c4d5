import type { VNode } from 'preact'
import type { Deck } from '../../model/deck/deck.ts'
import { keysOf } from '../../model/record.ts'
import { type Links, packedLinks, pageTitles } from '../links.ts'
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
  readonly page: keyof typeof pageTitles
  readonly title: string
  readonly content: VNode
}

/** The pages that a packed file shows besides the deck. */
export function packedViews(deck: Deck, speaker: boolean): readonly PackedView[] {
  const links = linksFor(speaker)
  const contents: Readonly<Record<PackedView['page'], VNode>> = {
    review: <ReviewScreen deck={deck} links={links} />,
    speaker: <SpeakerScreen deck={deck} links={links} />,
    guide: <GuideDocument links={links} />,
    outline: <OutlineDocument deck={deck} links={links} />,
    check: <CheckScreen links={links} />,
  }
  return keysOf(contents).flatMap((page) => {
    const query = links[page]
    return query ? { query, page, title: pageTitles[page], content: contents[page] } : []
  })
}
