import { appendixTitle, type Claim, claimsOf } from '../../model/deck/claims.ts'
import {
  aboutOf,
  type Deck,
  isRepeating,
  nameOf,
  quotedNameOf,
  silencesOf,
  slidesOf,
  titleOf,
} from '../../model/deck/deck.ts'
import type { Slide } from '../../model/deck/slide.ts'
import { paragraphsOf, type Source } from '../../model/deck/source.ts'
import { plain } from '../../model/deck/text.ts'
import { hostedLinks, type Links } from '../links.ts'
import { CommandButton } from '../parts/buttons.tsx'
import { Cited, ClaimText, Imprint, sourceOf } from '../parts/imprint.tsx'
import { PrintMenu } from '../parts/print-menu.tsx'
import { OwnCoverLine, OwnMark } from '../slide/own-mark.tsx'
import { Prose, WithCompounds, Words } from '../slide/text.tsx'

/** The sources of a slide's heading. */
const titleSources = (slide: Slide): readonly Source[] =>
  [...(slide.layout === 'quoted' ? [slide.act] : []), slide.title].flatMap((title) =>
    'source' in title ? title.source : [],
  )

/**
 * A slide's heading; the name before the title where they differ. The title of a resolution is
 * quoted, after the act that led to it.
 */
function Heading({ slide, level: Level = 'h3' }: { slide: Slide; level?: 'h2' | 'h3' }) {
  const [name, title] = [nameOf(slide), titleOf(slide)]
  return (
    <div class="heading">
      {slide.layout === 'local' && <OwnMark />}
      {slide.layout === 'quoted' && <Words text={`${plain(slide.act.text)} `} />}
      <Level>
        {name !== title && `${name}: `}
        <Prose text={slide.layout === 'quoted' ? `“${title}”` : title} />
      </Level>
      <Cited sources={titleSources(slide)} />
    </div>
  )
}

/**
 * The claims below a heading; without sources where they cite the same paragraphs as the heading.
 */
function claimsBelow(slide: Slide): readonly Claim[] {
  const above = titleSources(slide)
  return claimsOf(slide).map((claim) =>
    above.length > 0 && paragraphsOf(above) === paragraphsOf(claim.sources)
      ? { ...claim, sources: [] }
      : claim,
  )
}

const Lines = ({ claims }: { claims: readonly Claim[] }) =>
  claims.map((claim) => (
    <p>
      <ClaimText claim={claim} />
    </p>
  ))

/**
 * The claims of a slide: numbered as on the slide where it numbers them, else lettered a, b, c where
 * there are several.
 */
function Claims({ slide, claims }: { slide: Slide; claims: readonly Claim[] }) {
  if (claims.length < 2) return <Lines claims={claims} />
  const items = claims.map((claim) => (
    <li>
      <Lines claims={[claim]} />
    </li>
  ))
  return slide.layout === 'topics' ? (
    <ol class="counted" start={slide.from}>
      {items}
    </ol>
  ) : (
    <ol type="a">{items}</ol>
  )
}

/** What the source does not say, slide by slide; at the end, where nobody has to read around it. */
function Appendix({ deck }: { deck: Deck }) {
  const silent = slidesOf(deck).filter((slide) => silencesOf(slide).length > 0)
  return (
    silent.length > 0 && (
      <div class="appendix">
        <h2>{appendixTitle}</h2>
        {silent.map((slide) => (
          <p key={slide.id} data-gaps-of={slide.id}>
            <b>
              <Words text={quotedNameOf(slide)} />:
            </b>{' '}
            <Words text={`${silencesOf(slide).join('; ')}.`} />
          </p>
        ))}
      </div>
    )
  )
}

/** The place of a slide that only repeats what others say. */
const Mark = ({ slide }: { slide: Slide }) => <div data-of={slide.id} />

/** A slide after the last part. */
function Closing({ deck, slide }: { deck: Deck; slide: Slide }) {
  if (slide.layout === 'local') return <Apart slide={slide} />
  if (isRepeating(slide)) return <Mark slide={slide} />
  return (
    <div class="closing" data-of={slide.id}>
      <Heading slide={slide} level="h2" />
      <Lines claims={slide === aboutOf(deck) ? sourceOf(deck).rest : claimsOf(slide)} />
    </div>
  )
}

/** A slide inside a part. */
const Item = ({ slide }: { slide: Slide }) => (
  <li data-of={slide.id}>
    <Heading slide={slide} />
    <Claims slide={slide} claims={claimsBelow(slide)} />
  </li>
)

/** A slide that the speaker added outside the parts. */
const Apart = ({ slide }: { slide: Slide }) => (
  <div class="apart" data-of={slide.id}>
    <Heading slide={slide} level="h2" />
    <Claims slide={slide} claims={claimsOf(slide)} />
  </div>
)

/** What the deck says, numbered I – 1 – a; then what its source does not say. */
export const OutlineText = ({ deck }: { deck: Deck }) => (
  <WithCompounds of={deck}>
    <Imprint deck={deck} kind="Đề cương" level="h1" />
    <div data-of={deck.cover.id}>
      <Heading slide={deck.cover} level="h2" />
      <Lines claims={claimsOf(deck.cover)} />
      {deck.cover.own && <OwnCoverLine cover={deck.cover.own} />}
    </div>
    {deck.opening?.map((slide) => (
      <Apart key={slide.id} slide={slide} />
    ))}
    <ol type="I">
      {deck.parts.map(({ name, heading = name, slides }) => (
        <li key={name} data-group={name}>
          <h2>{heading}</h2>
          {slides.filter(isRepeating).map((slide) => (
            <Mark key={slide.id} slide={slide} />
          ))}
          <ol>
            {slides
              .filter((slide) => !isRepeating(slide))
              .map((slide) => (
                <Item key={slide.id} slide={slide} />
              ))}
          </ol>
        </li>
      ))}
    </ol>
    {deck.closing.map((slide) => (
      <Closing key={slide.id} deck={deck} slide={slide} />
    ))}
    <p class="end">
      Trên đây là nội dung đề cương{deck.short && ' rút gọn'}, tóm lược theo nguồn đã dẫn.
    </p>
    <Appendix deck={deck} />
  </WithCompounds>
)

/**
 * The deck as an outline, numbered I – 1 – a: what the source says and does not say, without slides
 * and notes.
 */
export const OutlineDocument = ({ deck, links = hostedLinks }: { deck: Deck; links?: Links }) => (
  <>
    <header class="page-header">
      <p class="name">Đề cương</p>
      <nav aria-label="Đề cương" hidden>
        <button type="button" data-print="">
          In đề cương
        </button>
        <button type="button" class="copy">
          Chép đề cương
        </button>
        <CommandButton command="print" />
        <CommandButton command="scheme" />
      </nav>
      <p>
        <a href={links.deck}>Quay lại bộ trang chiếu</a>
      </p>
    </header>
    <main class="outline" data-shows="outline">
      <OutlineText deck={deck} />
    </main>
    <PrintMenu links={links} here="outline" />
    <p class="notice" role="status" />
  </>
)
