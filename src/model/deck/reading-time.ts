import { saidIn } from './notes.ts'
import type { Slide } from './slide.ts'
import { wordsIn } from './text.ts'

/**
 * The pace of reading aloud, in words per minute, which in Vietnamese are syllables: the range and
 * step of the setting, up to everyday speech, and its default, that of a speaker before an audience.
 */
export const pace = { least: 80, most: 220, step: 10, usual: 120 } as const

/**
 * The seconds that a slide takes besides the words of its notes: to lead on to it and let it be
 * read, and to press for each of its steps.
 */
export const pauses = { slide: 5, step: 3 } as const

/** The whole seconds that saying so many words takes, at a pace in words per minute. */
export const secondsToSay = (words: number, speed: number = pace.usual): number =>
  Math.ceil((words * 60) / speed)

const saidWords = new WeakMap<Slide['notes'], number>()

/** The number of words that notes have the speaker say. */
export function wordsSaid(notes: Slide['notes']): number {
  // Cached, because versions of a slide share its notes, and are asked for at every change.
  const words = saidWords.get(notes) ?? wordsIn(saidIn(notes).join(' '))
  saidWords.set(notes, words)
  return words
}

/** The number of words that a slide's notes have the speaker say, the speaker's own note included. */
export const wordsOf = ({ notes, ownNote = '' }: Slide): number =>
  wordsSaid(notes) + wordsIn(ownNote)
