import type { Slide } from './slide.ts'
import { wordsIn } from './text.ts'

/** How fast a speaker reads aloud, in words a minute: what may be chosen, and the usual. */
export const pace = { least: 80, most: 180, step: 10, usual: 120 } as const

/** How many words a slide's notes are, the speaker's own included. */
export const wordsOf = ({ notes, ownNote = '' }: Slide): number =>
  notes.reduce((sum, { text }) => sum + wordsIn(text), wordsIn(ownNote))
