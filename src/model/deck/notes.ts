import type { Note } from './slide.ts'

/** The text of a note, said or not. */
export const noteText = (note: Note): string => ('say' in note ? note.say : note.aside)

/** What the notes have the speaker say, passage by passage. */
export const saidIn = (notes: readonly Note[]): readonly string[] =>
  notes.flatMap((note) => ('say' in note ? note.say : []))
