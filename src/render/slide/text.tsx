import { type ComponentChildren, createContext } from 'preact'
import type { Deck } from '../../model/deck/deck.ts'
import { type Lines, type Span, spansOf } from '../../model/deck/text.ts'

/**
 * A large figure in the serif typeface. The theme aligns it to the grid line by its first digit,
 * whose side bearing differs.
 */
export const Numeral = ({ value }: { value: string | number }) => (
  <span class="numeral" data-digit={String(value)[0]}>
    {value}
  </span>
)

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A pattern for words that stay on one line: compounds, longer ones first, or a number with its
 * noun.
 */
function unbroken(compounds: readonly string[]): RegExp {
  const words = [...compounds].sort((a, b) => b.length - a.length).map(escaped)
  return new RegExp(`(${[...words, '(?:(?:gần|hơn|trên) )?\\d[\\d/]* \\p{L}+'].join('|')})`, 'u')
}

const Unbroken = createContext(unbroken([]))

/** One pattern for each list of compounds: a deck's stays the same in all of its versions. */
const patterns = new WeakMap<readonly string[], RegExp>()

function patternOf({ compounds }: Deck): RegExp {
  const pattern = patterns.get(compounds) ?? unbroken(compounds)
  patterns.set(compounds, pattern)
  return pattern
}

/** Keeps the compounds of a deck on one line in all texts within. */
export const WithCompounds = ({ of, children }: { of: Deck; children: ComponentChildren }) => (
  <Unbroken.Provider value={patternOf(of)}>{children}</Unbroken.Provider>
)

/** Pieces of a text, of which every second one stays on one line. */
export const Pieces = ({ of }: { of: readonly string[] }) =>
  of.map((piece, index) => (index % 2 === 1 ? <span class="nb">{piece}</span> : piece))

/** Plain text whose compounds are never broken across lines. */
export const Words = ({ text }: { text: string }) => (
  <Unbroken.Consumer>{(pattern) => <Pieces of={text.split(pattern)} />}</Unbroken.Consumer>
)

/** Splits off the last two words, so that the last line of a paragraph is never a single one. */
function withEnd(pieces: readonly string[]): readonly string[] {
  const last = pieces.at(-1) ?? ''
  // From the start: a search for the end alone would begin anew at every word.
  const [, end] = /^(?:.*\s)?(\S+\s+\S+\s*)$/su.exec(last) ?? []
  if (end) return [...pieces.slice(0, -1), last.slice(0, -end.length), end, '']
  // At most one word comes after the compound, which has two words itself.
  return pieces.length > 1 ? [...pieces.slice(0, -2), pieces.slice(-2).join(''), ''] : pieces
}

/** A paragraph of plain text: its compounds and its last two words are never broken. */
export const Prose = ({ text }: { text: string }) => (
  <Unbroken.Consumer>{(pattern) => <Pieces of={withEnd(text.split(pattern))} />}</Unbroken.Consumer>
)

/**
 * The spans of all lines. Adjacent plain texts are joined into one text node, which the browser
 * lays out in one go.
 */
function spansIn(lines: Lines): readonly Span[] {
  const spans: Span[] = []
  lines.forEach((line, index) => {
    for (const span of index > 0 ? [' \n', ...spansOf(line)] : spansOf(line)) {
      const last = spans.at(-1)
      if (typeof last === 'string' && typeof span === 'string') spans.splice(-1, 1, last + span)
      else spans.push(span)
    }
  })
  return spans
}

/**
 * A text with line breaks set by hand, rendered as newlines: the theme keeps them on a slide and
 * collapses them on a phone. The space before a newline keeps words apart in copied text and in PDF
 * bookmarks.
 */
export const Text = ({ lines }: { lines: Lines }) =>
  spansIn(lines).map((span) => {
    if (typeof span === 'string') return <Words text={span} />
    if ('figure' in span) return <Numeral value={span.figure} />
    return (
      <b>
        <Words text={span.stress} />
      </b>
    )
  })
