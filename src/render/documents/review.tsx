import {
  type Deck,
  leadOn,
  nameOf,
  type Place,
  placesOf,
  plannedSeconds,
  questionSeconds,
  secondsOf,
  slidesOf,
  sourcesOf,
} from '../../model/deck/deck.ts'
import { pace, secondsToSay, wordsOf } from '../../model/deck/reading-time.ts'
import { citation } from '../../model/deck/source.ts'
import type { Command } from '../../model/talk/command.ts'
import { secondsInWords } from '../../model/talk/duration.ts'
import { helped } from '../../model/talk/help.ts'
import type { Ways } from '../../model/version/history.ts'
import { hostedLinks, type Links } from '../links.ts'
import { CommandButton } from '../parts/buttons.tsx'
import { Contents } from '../parts/dialogs/contents.tsx'
import { Help } from '../parts/dialogs/help.tsx'
import { Search } from '../parts/dialogs/search.tsx'
import { Grip } from '../parts/editor-buttons.tsx'
import { Imprint } from '../parts/imprint.tsx'
import { Notes, SourcesOf } from '../parts/notes-and-sources.tsx'
import { NotesData } from '../parts/notes-data.tsx'
import { PrintMenu } from '../parts/print-menu.tsx'
import { Edit, VersionEditor, VersionEditorDialogs } from '../parts/version-editor.tsx'
import { SlideSection } from '../slide/slide.tsx'
import { WithCompounds } from '../slide/text.tsx'

/** The commands that have a button in the page's header. */
const buttons: readonly Command[] = ['contents', 'search', 'scheme', 'print', 'help']

const spoken = (words: number): string => secondsInWords(secondsToSay(words))

/** What the page shows while a version is being made. */
export interface Editing {
  /** The deck with what the version hides, which stands in its place to be shown again. */
  readonly all: Deck
  /** Whether a slide can move up, `-1`, or down, `1`. */
  readonly canMove: (id: string, by: -1 | 1) => boolean
  /** What would be undone and redone, in words. */
  readonly ways?: Ways
  /** What the version changes of the deck as published, in phrases. */
  readonly changes?: readonly string[]
}

/** A card of the review page. */
export interface CardProps {
  readonly deck: Deck
  readonly place: Place
  readonly hidden?: boolean
  readonly editing?: Editing | undefined
}

/** A slide with all steps shown, and everything a speaker wants to check about it. */
export function CardContent({ deck, place, hidden = false, editing }: CardProps) {
  const { slide, number, total, part } = place
  const name = nameOf(slide)
  const words = wordsOf(slide)
  // The cover, and the page about the source.
  const fixed = slide.id === deck.cover.id || slide.id === deck.closing.at(-1)?.id
  const where = hidden
    ? ['Đang ẩn', name]
    : [`Trang ${number}/${total}`, part && deck.parts[part.index]?.name]
  return (
    <WithCompounds of={deck}>
      <p class="where">
        <a href={`#${slide.id}`}>{where.filter(Boolean).join(' · ')}</a>
      </p>
      {editing && <Grip name={hidden ? '' : name} fixed={fixed} />}
      <SlideSection deck={deck} place={place} />
      <div class="notes">
        <p class="label">Ghi chú báo cáo viên</p>
        <Notes slide={slide} next={hidden ? undefined : leadOn(deck, number)} />
        <p class="minutes">
          Dự kiến <span class="planned">{secondsInWords(secondsOf(slide))}</span>
          {words > 0 && (
            <>
              ; riêng lời nói khoảng <span data-words={words}>{spoken(words)}</span>
            </>
          )}
          .
        </p>
      </div>
      {slide.layout === 'local' ? (
        <div class="sources" />
      ) : (
        <SourcesOf slide={slide} class="sources" />
      )}
      {sourcesOf(slide).length > 0 && <p class="cited">{citation(sourcesOf(slide))}.</p>}
      {editing && (
        <Edit
          name={name}
          own={slide.layout === 'local'}
          hidden={hidden}
          fixed={fixed}
          canMove={(by) => editing.canMove(slide.id, by)}
        />
      )}
    </WithCompounds>
  )
}

interface CardsProps {
  readonly deck: Deck
  readonly editing?: Editing | undefined
}

/** What is on each card; while a version is being made, also of slides that it hides. */
export function cardsOf({ deck, editing }: CardsProps): readonly CardProps[] {
  const shown = new Map(placesOf(deck).map((place) => [place.slide.id, place]))
  return placesOf(editing?.all ?? deck).map((hidden) => {
    const place = shown.get(hidden.slide.id)
    return place
      ? { deck, place, editing }
      : { deck: editing?.all ?? deck, place: hidden, hidden: true, editing }
  })
}

/** Leaves what an element contains to others. */
const untouched = { dangerouslySetInnerHTML: { __html: '' } }

/** The cards of all slides; `filled` unless what is on each is left to others. */
export function Cards({ filled = true, ...props }: CardsProps & { filled?: boolean }) {
  const { deck } = props
  return (
    <WithCompounds of={deck}>
      <Imprint
        deck={deck}
        kind={
          <>
            <span class="for-speaker">Trang chiếu kèm ghi chú báo cáo viên</span>
            <span class="for-audience">Tài liệu phát cho người nghe</span>
          </>
        }
        level="p"
      />
      {cardsOf(props).map((card) => {
        const { hidden = false, place } = card
        const name = nameOf(place.slide)
        return (
          <article
            key={place.slide.id}
            class="card"
            aria-label={hidden ? `Đang ẩn: ${name}` : `Trang ${place.number}: ${name}`}
            hidden={hidden}
            {...(filled ? { children: <CardContent {...card} /> } : untouched)}
          />
        )
      })}
    </WithCompounds>
  )
}

/** How much there is to show, and how long that takes. */
export function Totals({ deck }: { deck: Deck }) {
  const slides = slidesOf(deck)
  const words = slides.reduce((sum, slide) => sum + wordsOf(slide), 0)
  return (
    <>
      <span class="count">{slides.length}</span> trang, dự kiến{' '}
      <span class="planned">{secondsInWords(plannedSeconds(deck))}</span>
      {deck.questions && `, hỏi đáp ${secondsInWords(questionSeconds(deck))}`}
      <span class="more">
        ; riêng lời nói khoảng <span data-words={words}>{spoken(words)}</span>
      </span>
    </>
  )
}

/** The review page: every slide with all steps shown, its notes, its sources, what is missing. */
export const ReviewScreen = ({ deck, links }: { deck: Deck; links: Links }) => (
  <>
    <header class="page-header">
      <p class="name">Chế độ đọc trước</p>
      <p>
        <span data-shows="totals">
          <Totals deck={deck} />
        </span>
        <span class="more">
          {' '}
          nếu nói{' '}
          <span class="pace" role="status">
            {pace.usual}
          </span>{' '}
          từ một phút
        </span>
      </p>
      <nav aria-label="Chế độ đọc trước" hidden>
        <button type="button" class="more" data-pace="-1">
          Tốc độ đọc: chậm hơn
        </button>
        <button type="button" class="more" data-pace="1">
          Tốc độ đọc: nhanh hơn
        </button>
        <button type="button" class="edit-version" aria-expanded="false">
          Soạn bản riêng
        </button>
        {buttons.map((command) => (
          <CommandButton command={command} />
        ))}
        <button type="button" class="shows-more" aria-expanded="false">
          Thêm
        </button>
      </nav>
      <p>
        <a href={links.deck}>
          Quay lại<span class="more"> bộ trang chiếu</span>
        </a>
      </p>
    </header>
    <div class="history" data-shows="history" />
    <VersionEditor />
    <main class="sheets" data-shows="cards">
      <Cards deck={deck} />
    </main>
    <VersionEditorDialogs />
    <Contents deck={deck} timed={false} />
    <Search />
    <Help of={helped.review} links={links} />
    <PrintMenu links={links} here="review" />
    <p class="notice" role="status" />
    <p class="announcer" role="status" />
  </>
)

/** The review page as hosted, with the notes as data. */
export const ReviewDocument = ({ deck }: { deck: Deck }) => (
  <>
    <ReviewScreen deck={deck} links={hostedLinks} />
    <NotesData deck={deck} />
  </>
)
