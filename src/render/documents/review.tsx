import type { Command } from '../../model/command.ts'
import { type Deck, minutesOf, nameOf, type Place, placesOf, slidesOf } from '../../model/deck.ts'
import { inWords } from '../../model/duration.ts'
import { pace, wordsOf } from '../../model/speech.ts'
import { CommandButton } from '../buttons.tsx'
import { Contents, Help, Search } from '../dialogs.tsx'
import { Imprint } from '../imprint.tsx'
import { hostedLinks } from '../links.ts'
import { PrintMenu } from '../print-menu.tsx'
import { SlideSection } from '../slide.tsx'
import { Grounds, Notes } from '../words.tsx'

const helped: readonly Command[] = ['next', 'previous', 'first', 'last', 'enter']
const asked: readonly Command[] = ['contents', 'search', 'scheme', 'print', 'help']

const planned = (minutes: number): string => inWords(minutes * 60_000, true)
const spoken = (words: number): string => planned(words / pace.usual)

/** One slide as it will be shown, all of its steps, with everything a speaker wants to check. */
function Sheet({ deck, place }: { deck: Deck; place: Place }) {
  const { slide, number, total, part } = place
  const where = [`Trang ${number}/${total}`, part && deck.parts[part.index]?.name]
  return (
    <article class="sheet" aria-label={`Trang ${number}: ${nameOf(slide)}`}>
      <p class="where">
        <a href={`#${slide.id}`}>{where.filter(Boolean).join(' · ')}</a>
      </p>
      <SlideSection deck={deck} place={place} />
      <div class="notes">
        <p class="label">Ghi chú báo cáo viên</p>
        <Notes slide={slide} />
        <p class="minutes">
          Dự kiến {planned(slide.minutes)}; đọc hết khoảng{' '}
          <span data-words={wordsOf(slide)}>{spoken(wordsOf(slide))}</span>.
        </p>
      </div>
      <div class="grounds">
        <Grounds slide={slide} />
      </div>
    </article>
  )
}

/** The deck to read beforehand: every slide whole, its notes, its sources, what is missing. */
export function ReviewDocument({ deck }: { deck: Deck }) {
  const slides = slidesOf(deck)
  const words = slides.reduce((sum, slide) => sum + wordsOf(slide), 0)
  return (
    <>
      <header class="lectern">
        <p class="name">Chế độ đọc trước</p>
        <p>
          {slides.length} trang, dự kiến {planned(minutesOf(slides))}; đọc hết ghi chú khoảng{' '}
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
          {asked.map((command) => (
            <CommandButton command={command} />
          ))}
        </nav>
        <p>
          <a href={hostedLinks.deck}>Về bộ trang chiếu</a>
        </p>
      </header>
      <main class="sheets">
        <Imprint deck={deck} kind="Tài liệu phát tay" level="p" />
        {placesOf(deck).map((place) => (
          <Sheet deck={deck} place={place} />
        ))}
      </main>
      <Contents deck={deck} timed={false} />
      <Search />
      <PrintMenu links={hostedLinks} here="review" />
      <Help of={[...helped, ...asked]} links={hostedLinks} />
      <p class="notice" role="status" />
      <p class="announcer" role="status" />
    </>
  )
}
