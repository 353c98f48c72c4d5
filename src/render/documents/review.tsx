import {
  type Deck,
  minutesOf,
  nameOf,
  type Place,
  placesOf,
  slidesOf,
} from '../../model/deck/deck.ts'
import { pace, wordsOf } from '../../model/deck/reading-time.ts'
import type { Command } from '../../model/talk/command.ts'
import { minutesInWords } from '../../model/talk/duration.ts'
import { hostedLinks, type Links } from '../links.ts'
import { CommandButton } from '../parts/buttons.tsx'
import { Contents } from '../parts/dialogs/contents.tsx'
import { Help } from '../parts/dialogs/help.tsx'
import { Search } from '../parts/dialogs/search.tsx'
import { Imprint } from '../parts/imprint.tsx'
import { Notes, SourcesAndGaps } from '../parts/notes-and-sources.tsx'
import { blankPlace, OwnTemplates } from '../parts/own-templates.tsx'
import { PrintMenu } from '../parts/print-menu.tsx'
import {
  VersionEditor,
  VersionEditorDialogs,
  VersionEditorTemplates,
} from '../parts/version-editor.tsx'
import { SlideSection } from '../slide/slide.tsx'

const helped: readonly Command[] = ['next', 'previous', 'first', 'last', 'enter']
const asked: readonly Command[] = ['contents', 'search', 'scheme', 'print', 'help']

const spoken = (words: number): string => minutesInWords(words / pace.usual)

/** A slide with all steps shown, and everything a speaker wants to check about it. */
function Sheet({ deck, place, bare = false }: { deck: Deck; place: Place; bare?: boolean }) {
  const { slide, number, total, part } = place
  const where = [`Trang ${number}/${total}`, part && deck.parts[part.index]?.name]
  return (
    <article class="card" aria-label={`Trang ${number}: ${nameOf(slide)}`}>
      <p class="where">
        <a href={`#${slide.id}`}>{where.filter(Boolean).join(' · ')}</a>
      </p>
      {!bare && <SlideSection deck={deck} place={place} />}
      <div class="notes">
        <p class="label">Ghi chú báo cáo viên</p>
        <Notes slide={slide} />
        <p class="minutes">
          Dự kiến <span class="planned">{minutesInWords(slide.minutes)}</span>; đọc hết khoảng{' '}
          <span data-words={wordsOf(slide)}>{spoken(wordsOf(slide))}</span>.
        </p>
      </div>
      <div class="sources">{slide.layout !== 'local' && <SourcesAndGaps slide={slide} />}</div>
    </article>
  )
}

interface Props {
  readonly deck: Deck
  readonly links?: Links
  /** Leaves the slides out: a packed file contains them already. */
  readonly bare?: boolean
}

/** The review page: every slide with all steps shown, its notes, its sources, what is missing. */
export function ReviewDocument({ deck, links = hostedLinks, bare = false }: Props) {
  const slides = slidesOf(deck)
  const words = slides.reduce((sum, slide) => sum + wordsOf(slide), 0)
  return (
    <>
      <header class="page-header">
        <p class="name">Chế độ đọc trước</p>
        <p>
          <span class="count">{slides.length}</span> trang, dự kiến{' '}
          <span class="planned">{minutesInWords(minutesOf(slides))}</span>; đọc hết ghi chú khoảng{' '}
          <span data-words={words}>{spoken(words)}</span> nếu đọc{' '}
          <span class="pace" role="status">
            {pace.usual}
          </span>{' '}
          từ một phút
        </p>
        <nav aria-label="Đọc trước" hidden>
          <button type="button" data-pace="-1">
            Đọc chậm hơn
          </button>
          <button type="button" data-pace="1">
            Đọc nhanh hơn
          </button>
          <button type="button" class="edit-version" aria-expanded="false">
            Soạn bản riêng
          </button>
          {asked.map((command) => (
            <CommandButton command={command} />
          ))}
        </nav>
        <p>
          <a href={links.deck}>Về bộ trang chiếu</a>
        </p>
      </header>
      <VersionEditor />
      <main class="sheets">
        <Imprint deck={deck} kind="Tài liệu phát tay" level="p" />
        {placesOf(deck).map((place) => (
          <Sheet deck={deck} place={place} bare={bare} />
        ))}
      </main>
      <OwnTemplates deck={deck} notes={true}>
        <Sheet deck={deck} place={blankPlace} />
      </OwnTemplates>
      <VersionEditorTemplates />
      <VersionEditorDialogs />
      <Contents deck={deck} timed={false} />
      <Search />
      <Help of={[...helped, ...asked]} links={links} />
      <PrintMenu links={links} here="review" />
      <p class="notice" role="status" />
      <p class="announcer" role="status" />
    </>
  )
}
