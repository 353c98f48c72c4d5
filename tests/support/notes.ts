import { noteText } from '../../src/model/deck/notes.ts'
import { slides } from './text.ts'

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
