import type { NonEmpty } from '../non-empty.ts'

/** A run of text: plain, stressed in the accent colour, or a giant figure. */
export type Span = string | { readonly stress: string } | { readonly figure: string }

/** One hand-set line: one sense group, never broken by the browser on a slide. */
export type Line = string | NonEmpty<Span>

/** A text with its line breaks set by hand. */
export type Lines = NonEmpty<Line>

const plainSpan = (span: Span): string =>
  typeof span === 'string' ? span : 'stress' in span ? span.stress : span.figure

/** The spans of a line, a bare string being one. */
export const spansOf = (line: Line): readonly Span[] => (typeof line === 'string' ? [line] : line)

/** The text as one sentence: lines joined by a space, no emphasis. */
export const plain = (lines: Lines): string =>
  lines.map((line) => spansOf(line).map(plainSpan).join('')).join(' ')

/** The number of spoken syllables, which Vietnamese writes apart. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length
