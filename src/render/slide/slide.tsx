import { createContext } from 'preact'
import { type Deck, nameOf, type Place, secondsOf } from '../../model/deck/deck.ts'
import { asRecord } from '../../model/record.ts'
import { Counts } from '../layouts/counts.tsx'
import { Cover } from '../layouts/cover.tsx'
import { Ending } from '../layouts/ending.tsx'
import { Gaps } from '../layouts/gaps.tsx'
import { Halves } from '../layouts/halves.tsx'
import { Labelled } from '../layouts/labelled.tsx'
import { Local } from '../layouts/local.tsx'
import { Network } from '../layouts/network.tsx'
import { Opener } from '../layouts/opener.tsx'
import { People } from '../layouts/people.tsx'
import { Points } from '../layouts/points.tsx'
import { Programme } from '../layouts/programme.tsx'
import { Quoted } from '../layouts/quoted.tsx'
import { Recap } from '../layouts/recap.tsx'
import { Sentence } from '../layouts/sentence.tsx'
import { Topics } from '../layouts/topics.tsx'
import { Units } from '../layouts/units.tsx'
import { Foot } from './foot.tsx'
import { GapStrip } from './gaps.tsx'
import { Rail } from './rail.tsx'
import { WithCompounds } from './text.tsx'

interface Props {
  readonly deck: Deck
  readonly place: Place
}

/** Chooses the layout. A layout missing from the switch does not compile. */
function Layout({ deck, place }: Props) {
  const { slide } = place
  switch (slide.layout) {
    case 'cover':
      return <Cover {...{ deck, place, slide }} />
    case 'network':
      return <Network {...{ deck, place, slide }} />
    case 'people':
      return <People {...{ deck, place, slide }} />
    case 'programme':
      return <Programme {...{ deck, place, slide }} />
    case 'quoted':
      return <Quoted {...{ deck, place, slide }} />
    case 'counts':
      return <Counts {...{ deck, place, slide }} />
    case 'units':
      return <Units {...{ deck, place, slide }} />
    case 'halves':
      return <Halves {...{ deck, place, slide }} />
    case 'points':
      return <Points {...{ deck, place, slide }} />
    case 'sentence':
      return <Sentence {...{ deck, place, slide }} />
    case 'labelled':
      return <Labelled {...{ deck, place, slide }} />
    case 'topics':
      return <Topics {...{ deck, place, slide }} />
    case 'opener':
      return <Opener {...{ deck, place, slide }} />
    case 'recap':
      return <Recap {...{ deck, place, slide }} />
    case 'ending':
      return <Ending {...{ deck, place, slide }} />
    case 'gaps':
      return <Gaps {...{ deck, place, slide }} />
    case 'local':
      return <Local {...{ deck, place, slide }} />
    default:
      // Where nobody has run the compiler.
      throw new Error(`Không có layout “${asRecord(slide satisfies never).layout}”.`)
  }
}

/** What stands on a slide: rail, body and foot. */
export const SlidePage = ({ deck, place }: Props) => (
  <div class="page">
    <Rail deck={deck} place={place} names={place.slide.layout === 'programme'} />
    <div class="main">
      <WithCompounds of={deck}>
        <Layout deck={deck} place={place} />
        {place.slide.gaps && <GapStrip gaps={place.slide.gaps} />}
      </WithCompounds>
    </div>
    <Foot deck={deck} place={place} />
  </div>
)

/** The HTML of a slide's page where it was rendered before; undefined elsewhere. */
export const RenderedPages = createContext<(props: Props) => string | undefined>(() => undefined)

/** A slide with its page: the same markup in every document. */
export function SlideSection({ deck, place }: Props) {
  const { slide, part } = place
  const attributes = {
    id: slide.id,
    'data-layout': slide.layout,
    'data-name': nameOf(slide),
    'data-part': part && deck.parts[part.index]?.name,
    'data-seconds': secondsOf(slide),
  }
  return (
    <RenderedPages.Consumer>
      {(htmlOf) => {
        const __html = htmlOf({ deck, place })
        return __html === undefined ? (
          <section {...attributes}>
            <SlidePage deck={deck} place={place} />
          </section>
        ) : (
          <section {...attributes} dangerouslySetInnerHTML={{ __html }} />
        )
      }}
    </RenderedPages.Consumer>
  )
}
