import { deck } from '../../slides/deck.ts'
import { phraseOf, silencesOf, slidesOf, statementsOf, titleOf } from '../model/deck.ts'
import {
  type DocumentName,
  type PackedView,
  type Rendered,
  render,
  renderViews,
} from '../render/render.tsx'

/** Renders a page of this deck; the one place where slides meet rendering. */
export const renderPage = (name: DocumentName): Rendered => render(name, deck)

/** Renders the pages that a packed file of this deck holds besides the deck. */
export const renderPackedViews = (speaker: boolean): readonly PackedView[] =>
  renderViews(deck, speaker)

export { isDocument } from '../render/render.tsx'

const slides = slidesOf(deck)

/** What each page of a printed deck must show and be bookmarked by, in order. */
export const outline: readonly { readonly id: string; readonly title: string }[] = slides.map(
  (slide) => ({ id: slide.id, title: titleOf(slide) }),
)

/** What a document on paper must say, and by what it must be bookmarked, in order. */
export interface OnPaper {
  readonly title: string
  readonly texts: readonly string[]
  readonly bookmarks: readonly string[]
}

const said = slides.flatMap((slide) => [...statementsOf(slide).map(phraseOf), ...silencesOf(slide)])

/** The slides with their notes. */
export const handout: OnPaper = {
  title: `Tài liệu phát tay – ${deck.title}`,
  texts: [...said, ...slides.flatMap(({ notes }) => notes.map(({ text }) => text))],
  bookmarks: outline.map(({ title }) => title),
}

/** The same without slides and notes; the parts are headings there, the gathered gaps are not. */
export const brief: OnPaper = {
  title: renderPage('outline').title,
  texts: said,
  bookmarks: [
    deck.title,
    titleOf(deck.cover),
    ...deck.parts.flatMap(({ name, slides }) => [name, ...slides.map(titleOf)]),
    ...deck.closing.filter(({ layout }) => layout !== 'gaps').map(titleOf),
  ],
}
