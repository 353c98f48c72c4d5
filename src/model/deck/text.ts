import type { NonEmpty } from '../non-empty.ts'

/** A run of text: plain, stressed in the accent colour, or a very large figure. */
export type Span = string | { readonly stress: string } | { readonly figure: string }

/** One line of a slide: a group of words that the browser never breaks there. */
export type Line = string | NonEmpty<Span>

/** A text whose line breaks are set by hand. */
export type Lines = NonEmpty<Line>

const plainSpan = (span: Span): string =>
  typeof span === 'string' ? span : 'stress' in span ? span.stress : span.figure

/** The spans of a line; a plain string is one span. */
export const spansOf = (line: Line): readonly Span[] => (typeof line === 'string' ? [line] : line)

/** A text as one sentence: lines joined by a space, without emphasis. */
export const plain = (lines: Lines): string =>
  lines.map((line) => spansOf(line).map(plainSpan).join('')).join(' ')

/** The number of words between spaces, which in Vietnamese are syllables. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length
