import { type Claim, claimsOf } from '../model/claims.ts'
import type { Deck } from '../model/deck.ts'
import { paragraphsOf } from '../model/source.ts'
import { Words } from './text.tsx'

/** The rows about the source that stand on the first page of anything on paper. */
const first = ['Tính chất', 'Nguồn', 'Sự kiện']

/** What the last slide says about the source: what the first page takes, and the rest. */
export function sourceOf(deck: Deck): { imprint: readonly Claim[]; rest: readonly Claim[] } {
  const slide = deck.closing.at(-1)
  const claims = slide?.layout === 'labelled' ? claimsOf(slide) : []
  const taken = first.flatMap((name) => claims.find(({ label }) => label === name) ?? [])
  return { imprint: taken, rest: claims.filter((claim) => !taken.includes(claim)) }
}

/** A claim on paper: its label, its words, the paragraphs that say it. */
export const ClaimText = ({ claim: { label, text, sources } }: { claim: Claim }) => (
  <>
    {label && <b>{label}: </b>}
    <Words text={text} />
    {sources.length > 0 && <span class="at"> ({paragraphsOf(sources)})</span>}
  </>
)

/** Says on the first page what this paper is, and where it comes from. */
export function Imprint({ deck }: { deck: Deck }) {
  const { imprint } = sourceOf(deck)
  return (
    <div class="imprint">
      {imprint.length > 0 ? (
        imprint.map((claim) => (
          <p>
            <ClaimText claim={claim} />
          </p>
        ))
      ) : (
        <p>{deck.description}</p>
      )}
    </div>
  )
}
