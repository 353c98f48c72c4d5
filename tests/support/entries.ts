import {
  type Deck,
  gapsOf,
  isRepeating,
  nameOf,
  phraseOf,
  silencesOf,
  slidesOf,
  statementsOf,
  titleOf,
} from '../../src/model/deck/deck.ts'
import type { Slide } from '../../src/model/deck/slide.ts'
import { plain } from '../../src/model/deck/text.ts'
import type { Entry, Passage } from '../../src/model/search/index-of.ts'

const passages = (kind: Passage['kind'], texts: readonly string[]): readonly Passage[] =>
  texts.map((text) => ({ kind, text }))

/** The words of the editor on a slide: labels, and rows without a source. */
function editorialOf(slide: Slide): readonly string[] {
  if (slide.layout === 'gaps') return slide.of.map(({ label }) => label)
  if (slide.layout === 'local') return slide.points
  if (slide.layout !== 'labelled') return []
  return slide.rows.flatMap((row) => [
    row.label,
    ...('editorial' in row ? [plain(row.editorial)] : []),
  ])
}

function shownBy(slide: Slide): readonly Passage[] {
  const [name, title] = [nameOf(slide), titleOf(slide)]
  const names =
    slide.layout === 'quoted'
      ? [slide.act]
      : slide.layout === 'people'
        ? slide.people.map(({ name }) => name)
        : []
  const body = statementsOf(slide).filter((one) => one !== slide.title && !names.includes(one))
  return [
    ...passages('name', [name === title ? title : `${name}: ${title}`, ...names.map(phraseOf)]),
    ...passages('body', [...body.map(phraseOf), ...editorialOf(slide)]),
    ...passages('gap', slide.layout === 'gaps' ? slide.of.flatMap(({ gaps }) => gaps) : []),
  ]
}

const isOverview = (slide: Slide): boolean => slide.layout === 'programme' || isRepeating(slide)

/** What the search of the deck's window reads, taken from the data instead of the page. */
export const shownIn = (deck: Deck): readonly Entry[] =>
  slidesOf(deck).map((slide) => ({
    id: slide.id,
    isOverview: isOverview(slide),
    passages: [...shownBy(slide), ...passages('gap', gapsOf(slide))],
  }))

/** The same for the windows of the speaker, which have the notes and every gap. */
export const notedIn = (deck: Deck): readonly Entry[] =>
  slidesOf(deck).map((slide) => ({
    id: slide.id,
    isOverview: isOverview(slide),
    passages: [
      ...shownBy(slide),
      ...passages('gap', silencesOf(slide)),
      ...slide.notes.map(
        (note): Passage =>
          'aside' in note ? { kind: 'aside', text: note.aside } : { kind: 'note', text: note.say },
      ),
    ],
  }))
