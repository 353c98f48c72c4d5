import type { ComponentChildren } from 'preact'
import { type Claim, claimsOf } from '../../model/deck/claims.ts'
import { aboutOf, type Deck } from '../../model/deck/deck.ts'
import { paragraphsOf, type Source } from '../../model/deck/source.ts'
import { Prose, WithCompounds } from '../slide/text.tsx'

/**
 * The claims of the slide about the source: those for the top of a document's first page, and
 * the rest.
 */
export function sourceOf(deck: Deck): { imprint: readonly Claim[]; rest: readonly Claim[] } {
  const claims = claimsOf(aboutOf(deck)).filter(({ label }) => label)
  const taken = deck.imprint.flatMap((name) => claims.find(({ label }) => label === name) ?? [])
  return { imprint: taken, rest: claims.filter((claim) => !taken.includes(claim)) }
}

/** The cited paragraphs, in brackets. */
export const Cited = ({ sources }: { sources: readonly Source[] }) =>
  sources.length > 0 && <span class="at"> ({paragraphsOf(sources)})</span>

/** A claim on paper: label, text and cited paragraphs. */
export const ClaimText = ({ claim: { label, text, sources } }: { claim: Claim }) => (
  <>
    {label && <b>{label}: </b>}
    <Prose text={text} />
    <Cited sources={sources} />
  </>
)

interface Props {
  readonly deck: Deck
  /** The kind of document: «Đề cương». */
  readonly kind: ComponentChildren
  /** `p` if the page has its main heading elsewhere. */
  readonly level: 'h1' | 'p'
}

/**
 * The top of a document's first page: its kind, the deck's title, and where the content comes from.
 */
export function Imprint({ deck, kind, level: Level }: Props) {
  const { imprint } = sourceOf(deck)
  const rows = imprint.map((claim) => <ClaimText claim={claim} />)
  return (
    <WithCompounds of={deck}>
      <header class="imprint">
        <p class="kind">
          {kind}
          {deck.short && ' (bản rút gọn)'}
        </p>
        <Level class="name">
          <Prose text={deck.title} />
        </Level>
        {(rows.length > 0 ? rows : [deck.description]).map((row) => (
          <p>{row}</p>
        ))}
      </header>
    </WithCompounds>
  )
}
