import type { Deck } from '../../model/deck.ts'
import { packedLinks } from '../links.ts'
import { CheckScreen } from './check.tsx'
import { DeckDocument } from './deck.tsx'
import { SpeakerScreen } from './speaker.tsx'

/**
 * A file to take along: the deck, which needs no script to be read, and beside it, asleep in
 * templates, the pages that the file shows when it is asked for them.
 */
function PackedDocument({ deck, speaker }: { deck: Deck; speaker: boolean }) {
  const { speaker: screen, ...rest } = packedLinks
  const links = speaker ? packedLinks : rest
  return (
    <>
      <DeckDocument deck={deck} links={links} />
      {speaker && (
        <template data-view={screen} data-page="speaker" data-title="Màn hình báo cáo viên">
          <SpeakerScreen deck={deck} links={links} />
        </template>
      )}
      <template data-view={links.check} data-page="check" data-title="Trang kiểm tra">
        <CheckScreen links={links} />
      </template>
    </>
  )
}

/** For the speaker: with the speaker's screen and the notes. */
export const SpeakerFile = ({ deck }: { deck: Deck }) => (
  <PackedDocument deck={deck} speaker={true} />
)

/** For the audience: not a word of the notes. */
export const AudienceFile = ({ deck }: { deck: Deck }) => (
  <PackedDocument deck={deck} speaker={false} />
)
