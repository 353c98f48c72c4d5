import { type Deck, placesOf } from '../../model/deck/deck.ts'
import { helped } from '../../model/talk/help.ts'
import { hostedLinks, type Links } from '../links.ts'
import { Toolbar } from '../parts/buttons.tsx'
import { Blocked } from '../parts/dialogs/blocked.tsx'
import { Contents } from '../parts/dialogs/contents.tsx'
import { DeckHelp } from '../parts/dialogs/help.tsx'
import { Overview } from '../parts/dialogs/overview.tsx'
import { Search } from '../parts/dialogs/search.tsx'
import { PrintMenu } from '../parts/print-menu.tsx'
import { SlideSection } from '../slide/slide.tsx'

/** Every slide in running order. */
export const Slides = ({ deck }: { deck: Deck }) => (
  <>
    {placesOf(deck).map((place) => (
      <SlideSection key={place.slide.id} deck={deck} place={place} />
    ))}
  </>
)

interface Props {
  readonly deck: Deck
  readonly links?: Links
}

/**
 * The deck to present: the markup that reveal.js takes over, and a readable page without
 * JavaScript.
 */
export const DeckDocument = ({ deck, links = hostedLinks }: Props) => (
  <>
    <main>
      <div class="reveal">
        <div class="slides" data-shows="slides">
          <Slides deck={deck} />
        </div>
      </div>
    </main>
    <Toolbar speaker={links.speaker !== undefined} />
    <Contents deck={deck} timed={false} />
    <Overview />
    <Search />
    <DeckHelp
      of={helped.deck.filter((command) => command !== 'speaker' || links.speaker)}
      links={links}
    />
    <PrintMenu links={links} here="deck" />
    {links.speaker && <Blocked href={links.speaker} name="Màn hình báo cáo viên" />}
    <p class="notice" role="status" />
    <p class="announcer" role="status" />
  </>
)
