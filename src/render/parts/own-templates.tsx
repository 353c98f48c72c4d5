import type { ComponentChildren } from 'preact'
import type { Deck, Place } from '../../model/deck/deck.ts'
import { localSlide } from '../../model/version/apply-version.ts'
import { original, ownPrefix } from '../../model/version/version.ts'
import { OwnCoverLine, OwnNote } from '../slide/own-mark.tsx'
import { SlideSection } from '../slide/slide.tsx'

/** A slide of the speaker's own before they have written anything on it. */
export const blankPlace: Place = {
  slide: localSlide({ id: `${ownPrefix}0`, title: 'Liên hệ địa phương', points: [], minutes: 1 }),
  number: 0,
  total: 0,
}

/** What a browser fills with the cover's own line. */
export const CoverTemplate = () => (
  <template data-own="cover">
    <OwnCoverLine cover={original.cover} />
  </template>
)

/** What a browser fills with the speaker's own words, each marked as theirs. */
export const OwnTemplates = ({
  deck,
  notes,
  children,
}: {
  deck: Deck
  /** Whether this page shows notes. */
  notes: boolean
  /** What stands for a slide here, where it is more than the slide. */
  children?: ComponentChildren
}) => (
  <>
    <template data-own={children ? 'card' : 'slide'}>
      {children ?? <SlideSection deck={deck} place={blankPlace} />}
    </template>
    <CoverTemplate />
    {notes && (
      <template data-own="note">
        <OwnNote text="" />
      </template>
    )}
  </>
)
