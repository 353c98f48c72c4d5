import { type Deck, leadOn, placesOf, slidesOf } from '../../model/deck/deck.ts'
import type { Command } from '../../model/talk/command.ts'
import { helped } from '../../model/talk/help.ts'
import { hostedLinks, type Links } from '../links.ts'
import { CommandButton, KeyButton } from '../parts/buttons.tsx'
import { Blocked } from '../parts/dialogs/blocked.tsx'
import { Contents } from '../parts/dialogs/contents.tsx'
import { Answers, Dialog } from '../parts/dialogs/dialog.tsx'
import { Help } from '../parts/dialogs/help.tsx'
import { OwnTime } from '../parts/dialogs/own-time.tsx'
import { Search } from '../parts/dialogs/search.tsx'
import { StartTime } from '../parts/dialogs/start-time.tsx'
import { Rehearsal, Times } from '../parts/dialogs/times.tsx'
import { Notes, SourcesOf } from '../parts/notes-and-sources.tsx'
import { NotesData } from '../parts/notes-data.tsx'
import { WithCompounds } from '../slide/text.tsx'
import { Slides } from './deck.tsx'

/**
 * What is at hand beside turning pages, each with its key: a row of its own where the window has
 * room, else behind «Công cụ».
 */
const tools: readonly Command[] = [
  'hold',
  'overview',
  'pointer',
  'spot',
  'white',
  'waiting',
  'time',
  'times',
  'swap',
  'scheme',
]

/** The clocks at the top, the most important first; client/speaker fills them. */
const times = [
  { name: 'left', label: 'Còn lại' },
  { name: 'rest', label: 'Các trang còn lại cần' },
  { name: 'part', label: 'Còn lại, phần này' },
  { name: 'questions', label: 'Hỏi đáp' },
  { name: 'spent', label: 'Đã nói' },
  { name: 'now', label: 'Bây giờ' },
  { name: 'end', label: 'Dự kiến xong' },
] as const

/** The notes of every slide, of which the client shows those of the present one. */
export const SpeakerNotes = ({ deck }: { deck: Deck }) => (
  <WithCompounds of={deck}>
    {placesOf(deck).map(({ slide, number }) => (
      <div key={slide.id} data-slide={slide.id} hidden>
        <Notes slide={slide} next={leadOn(deck, number)} />
      </div>
    ))}
  </WithCompounds>
)

/** The sources and gaps of every slide, of which the client shows those of the present one. */
export const SpeakerSources = ({ deck }: { deck: Deck }) => (
  <WithCompounds of={deck}>
    {slidesOf(deck).map((slide) => (
      <SourcesOf key={slide.id} slide={slide} data-slide={slide.id} hidden />
    ))}
  </WithCompounds>
)

/** How many lines of the text above are out of sight. It repeats nothing that is not in the text. */
const MoreLines = () => <div class="more-lines" aria-hidden="true" hidden />

/**
 * The speaker screen: current slide, next slide, notes, sources, clocks. client/speaker fills it.
 */
export const SpeakerScreen = ({ deck, links }: { deck: Deck; links: Links }) => (
  <>
    <main class="speaker-screen">
      <h1 class="unseen">Màn hình báo cáo viên</h1>
      <header class="clocks">
        <dl>
          {times.map(
            ({ name, label }) =>
              (name !== 'questions' || deck.questions) && (
                <div
                  data-time={name}
                  data-minutes={name === 'questions' ? deck.questions : undefined}
                >
                  <dt>{label}</dt>
                  <dd />
                </div>
              ),
          )}
        </dl>
        <CommandButton command="pause" />
        <CommandButton command="reset" label="Đặt lại" />
        <div class="held" hidden>
          <p>
            <b /> <span />
          </p>
          <KeyButton command="bring" />
          <KeyButton command="hold" />
        </div>
      </header>
      <div class="work">
        <div class="spread">
          <article class="present">
            <h2>Trang chiếu</h2>
            <div class="frame" />
            {/* On a phone, where the tool itself is behind «Thêm». */}
            <button type="button" class="stop-pointing" data-command="pointer">
              Tắt con trỏ
            </button>
          </article>
          <aside class="notes" aria-labelledby="notes-title">
            <header>
              <h2 id="notes-title">Ghi chú báo cáo viên</h2>
              <CommandButton command="smaller" />
              <CommandButton command="larger" />
            </header>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
            <div class="text" tabIndex={0} data-shows="notes">
              <SpeakerNotes deck={deck} />
            </div>
            <MoreLines />
          </aside>
          <div class="below">
            <article class="coming">
              <h2>Trang sắp chiếu</h2>
              <div class="frame" />
            </article>
            <aside class="sources" aria-label="Nguồn và điều bài không nêu">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
              <div class="list" tabIndex={0} data-shows="sources">
                <SpeakerSources deck={deck} />
              </div>
              <MoreLines />
            </aside>
          </div>
        </div>
      </div>
      <p class="skipped" role="status" hidden>
        <span />{' '}
        <button type="button" class="count">
          Cộng vào
        </button>{' '}
        <button type="button" class="drop">
          Không cộng
        </button>
      </p>
      <nav class="strip" aria-label="Toàn cảnh các trang" hidden>
        <ol />
        <button type="button" class="close">
          Đóng
        </button>
      </nav>
      <nav class="moves" aria-label="Điều khiển trình chiếu">
        {/* Under the thumbs of whoever holds a phone, where all else is behind «Thêm». */}
        <div class="thumbs">
          <button type="button" class="more" aria-expanded="false">
            Thêm
          </button>
          <CommandButton command="previous" />
          <CommandButton command="next" />
        </div>
        <CommandButton command="black" />
        <div class="toolbox">
          <button type="button" class="open-tools" aria-expanded="false" aria-controls="tools">
            Công cụ
          </button>
          <fieldset id="tools" aria-label="Công cụ">
            {tools.map((command) => (
              <KeyButton command={command} />
            ))}
          </fieldset>
        </div>
        <CommandButton command="contents" />
        <CommandButton command="search" label="Tìm" />
        <CommandButton command="help" />
        <p class="partner-state" role="status" />
        <button type="button" class="connect" hidden>
          Kết nối lại
        </button>
      </nav>
      <p class="notice" role="status" />
    </main>
    <Contents deck={deck} timed={true} />
    <Search />
    <Help of={helped.speaker} links={links} />
    <Dialog id="resetting" title="Đặt lại đồng hồ">
      <p>Đồng hồ về số không; thời gian đã nói chuyển sang cột “Lần trước” trong mục lục.</p>
      <Answers of={{ reset: 'Đặt lại', restart: 'Đặt lại và về trang đầu' }} />
    </Dialog>
    <OwnTime />
    <StartTime />
    <Times />
    <Rehearsal />
    <Blocked href={links.deck} name="Màn hình chiếu" />
    <p class="announcer" role="status" />
    <p class="unseen time-left" role="status" />
  </>
)

/** The speaker screen as hosted, with the slides that its frames show in a template. */
export const SpeakerDocument = ({ deck }: { deck: Deck }) => (
  <>
    <noscript>
      <p class="notice">
        Màn hình báo cáo viên cần JavaScript. Bật JavaScript rồi tải lại trang web.
      </p>
    </noscript>
    <SpeakerScreen deck={deck} links={hostedLinks} />
    <template class="stock">
      <div data-shows="slides">
        <Slides deck={deck} />
      </div>
    </template>
    <NotesData deck={deck} />
  </>
)
