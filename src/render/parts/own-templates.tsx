import type { ComponentChildren } from 'preact'
import type { Deck, Place } from '../../model/deck/deck.ts'
import { localSlide } from '../../model/version/apply-version.ts'
import { original, ownPrefix } from '../../model/version/version.ts'
import { OwnCoverLine, OwnNote } from '../slide/own-mark.tsx'
import { SlideSection } from '../slide/slide.tsx'

/** An empty slide of the speaker's own, to render templates from. */
export const blankPlace: Place = {
  slide: localSlide({ id: `${ownPrefix}0`, title: 'Liên hệ địa phương', points: [], minutes: 1 }),
  number: 0,
  total: 0,
}

/** The template for the speaker's own line on the cover. */
export const CoverTemplate = () => (
  <template data-own="cover">
    <OwnCoverLine cover={original.cover} />
  </template>
)

/** Templates that a browser fills with the speaker's own text, each marked as theirs. */
export const OwnTemplates = ({
  deck,
  notes,
  children,
}: {
  deck: Deck
  /** Whether the page shows notes. */
  notes: boolean
  /** What represents a slide on this page, if it is more than the slide, such as a review card. */
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
