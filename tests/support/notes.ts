import { noteText } from '../../src/model/deck/notes.ts'
import type { Note } from '../../src/model/deck/slide.ts'
import { slides } from './slides.ts'

/** The reminders among the notes. */
export const remindersIn = (notes: readonly Note[]): readonly string[] =>
  notes.flatMap((note) => ('aside' in note ? note.aside : []))

/** Long sentences that only the notes say. */
export const noteSentences: readonly string[] = slides.flatMap(({ notes }) =>
  notes.flatMap((note) =>
    noteText(note)
      .split(/(?<=[.:;]) /)
      .filter(({ length }) => length > 40),
  ),
)

/** The sentences of the notes that stand in a text. */
export const notesIn = (text: string): readonly string[] =>
  noteSentences.filter((sentence) => text.includes(sentence))
