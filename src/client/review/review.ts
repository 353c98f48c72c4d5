import { pace, secondsToSay } from '../../model/deck/reading-time.ts'
import { askedBy, indexOf, startOf } from '../../model/deck/running-order.ts'
import type { Command } from '../../model/talk/command.ts'
import { secondsInWords } from '../../model/talk/duration.ts'
import type { HelpedIn } from '../../model/talk/help.ts'
import { replaceAddress } from '../browser/address.ts'
import { watchFonts } from '../browser/fonts.ts'
import { isPackedFile } from '../browser/host.ts'
import { inTime } from '../browser/in-time.ts'
import { loadPaperFonts } from '../browser/paper-fonts.ts'
import { preference } from '../browser/preference.ts'
import { keepingWords, keepOffline } from '../offline/offline.ts'
import type { Actions } from '../session/navigation.ts'
import { announceSlide } from '../ui/announce.ts'
import { openContents, openDialog, startDialogs } from '../ui/dialogs.ts'
import { element, runningOrderIn, setText, slidesIn, unknownSlide } from '../ui/dom.ts'
import { listenToKeys } from '../ui/keyboard.ts'
import { noticeBoard } from '../ui/notice.ts'
import { printMenu } from '../ui/print-menu.ts'
import '../ui/script-runs.ts'
import { isPacked, isPassing } from '../browser/scope.ts'
import { searchIn } from '../search/search-in.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { obeyButtons } from '../ui/toolbar.ts'
import { unreadIn } from '../version/apply.ts'
import { keepFromDrops } from '../version/dropped.ts'
import { longPatience, readInTime, stillReading } from '../version/show.ts'
import { openStock } from '../version/stock.ts'
import { versionEditor } from '../version-editor/editor.ts'
import { editorStore } from '../version-editor/store.ts'
import { cardOf } from '../version-editor/view.ts'
import { offerUnread } from './unread.ts'

/** The commands that need no action here: Home and End scroll, and Enter ends the number of a page. */
type Scrolling = 'first' | 'last' | 'enter'

/**
 * Shows how long reading the notes aloud takes, at the pace chosen on this machine. Returns a
 * function that updates it in an element that has changed.
 */
function readingTime(): (within: ParentNode) => void {
  const kept = preference('toc-do-doc')
  const clamp = (value: number) => Math.min(Math.max(value, pace.least), pace.most)
  let speed = clamp(Number(kept.read()) || pace.usual)
  const show = (within: ParentNode) => {
    for (const place of within.querySelectorAll<HTMLElement>('[data-words]')) {
      setText(place, secondsInWords(secondsToSay(Number(place.dataset.words), speed)))
    }
  }
  const showAll = () => {
    setText(element('.pace'), String(speed))
    show(document)
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-pace]')) {
    button.addEventListener('click', () => {
      speed = clamp(speed + Number(button.dataset.pace) * pace.step)
      kept.write(String(speed))
      showAll()
    })
  }
  showAll()
  return show
}

/** How long a host may take to send the packed file, in milliseconds. */
const hostPatience = 60_000

/** Downloads the packed file from the host; rejects if it is not there. */
async function packedFile(): Promise<string> {
  const signal = AbortSignal.timeout(hostPatience)
  const response = await fetch('mang-theo/bao-cao-vien.html', { signal })
  const text = await response.text()
  // A host may answer with another page in its place.
  if (!response.ok || !isPackedFile(text)) throw new Error('The packed file is not there.')
  return text
}

/**
 * Starts the review page, where speakers read the deck beforehand and edit their version. `source`
 * gives the packed file, into which a version is saved.
 */
export async function review(source: () => Promise<string>): Promise<void> {
  const root = document.documentElement
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  let runningOrder = runningOrderIn(slidesIn(document))
  const full = runningOrder
  const store = editorStore(() =>
    say('Không lưu được trên máy này. Bấm “Lưu bản riêng để gửi” trước khi đóng.'),
  )
  const announcer = element('.announcer')
  let finishCards = () => {}
  const showTimes = readingTime()
  const shown = () => slidesIn(document).filter((slide) => !cardOf(slide).hidden)

  /**
   * The id of the slide being read: the last one whose top is in the upper third of the window or
   * above it.
   */
  const current = () =>
    shown()
      .filter((slide) => cardOf(slide).getBoundingClientRect().top < innerHeight / 3)
      .at(-1)?.id ?? runningOrder[0].id
  const go = (slide: string) => {
    replaceAddress(`#${slide}`, null)
    element(`[id="${slide}"]`).scrollIntoView()
    announceSlide(announcer, runningOrder, slide)
  }
  const move = (by: number) =>
    go(startOf(runningOrder, indexOf(runningOrder, current()) + by).slide)
  const ask = () => {
    const asked = askedBy(location.hash)?.slide
    if (!asked) return
    if (runningOrder.some(({ id }) => id === asked)) return go(asked)
    const hidden = full.find(({ id }) => id === asked)
    say(hidden ? `Trang “${hidden.name}” đang ẩn. Bấm “Soạn bản riêng” để hiện lại.` : unknownSlide)
  }
  const turns = { next: () => move(1), previous: () => move(-1) }
  const others: Record<Exclude<HelpedIn<'review'>, Scrolling | keyof typeof turns>, () => void> = {
    contents: () => openContents(current()),
    search: searchIn(() => {
      finishCards()
      return {
        runningOrder,
        places: shown().map((slide) => ({
          slide,
          words: [...cardOf(slide).querySelectorAll('.notes, .sources')],
        })),
      }
    }),
    scheme: schemeSwitch(root, element('.page-header [data-command="scheme"]')),
    print: printMenu(),
    help: () => openDialog('help'),
  }
  const actions: Actions = { ...turns, ...others }
  const run = (command: Command) => actions[command]?.()
  /** Whether the page handles a key; all others scroll, as on any page. */
  const isTaken = (key: string, command: Command | undefined): boolean =>
    /^(Arrow(Left|Right)|[np]|\d|Enter)$/i.test(key) || (command !== undefined && command in others)
  listenToKeys(run, (number) => go(startOf(runningOrder, number - 1).slide), isTaken)
  element('.page-header nav').hidden = false
  obeyButtons(element('.page-header'), run)
  const more = element('.page-header .shows-more')
  more.addEventListener('click', () => {
    const shows = element('.page-header').classList.toggle('whole')
    more.setAttribute('aria-expanded', String(shows))
  })
  startDialogs(go)
  keepFromDrops()
  const edit = element('.edit-version')
  const panel = element('.version-editor')
  // The link to the editor itself, from the deck.
  const isAsked = location.hash === '#soan-ban-rieng'
  if (isAsked) replaceAddress(location.pathname + location.search, null)
  // Until the stored version was read, edits could overwrite it.
  panel.inert = true
  const warn = () => {
    if (isPassing && root.classList.contains('editing') && !panel.inert)
      say(
        'Tệp này đang mở từ trong tệp nén hay từ thư, lần sau mở lại sẽ không còn bản riêng. Chép tệp ra ổ đĩa rồi mở.',
      )
  }
  const toggle = () => {
    const editing = root.classList.toggle('editing')
    panel.hidden = !editing
    edit.setAttribute('aria-expanded', String(editing))
    if (editing) scrollTo(0, 0)
  }
  let explain = () => say(stillReading)
  edit.addEventListener('click', () => {
    if (panel.inert) explain()
    toggle()
    warn()
  })
  if (isAsked) toggle()
  // Loaded now, because the browser's own print command does not wait for fonts.
  void loadPaperFonts()
  const offline = element('.offline')
  void keepOffline((state) => offline.replaceChildren(keepingWords[state]), { speaker: true })
  const opening = openStock().catch(() => undefined)
  // Until then it cannot be edited.
  const found = await readInTime(store.find(), say)
  if (!found) {
    store.giveUp()
    say(
      'Chưa đọc được bản riêng đã lưu trên máy này. Tải lại bằng Ctrl+R; nếu vẫn vậy mà cần sửa thì sửa xong bấm “Lưu thay đổi ra tệp”.',
    )
  }
  const stock = await inTime(opening, longPatience)
  addEventListener('hashchange', ask)
  if (!stock) {
    say('Chưa tải được phần soạn bản riêng. Kiểm tra mạng rồi tải lại bằng Ctrl+R.')
    ask()
    return
  }
  finishCards = stock.finishCards
  const unread = found?.isStored && unreadIn(stock.deck, found.version)
  const showUnread = unread && offerUnread(unread, found.version, stock.deck.id, store)
  if (showUnread && unread.isWhole) {
    explain = showUnread
    ask()
    return
  }
  versionEditor({
    stock,
    found: found ?? store.before(),
    store,
    say,
    source,
    announce: (slide) => announceSlide(announcer, runningOrder, slide),
    onChange(arrangement) {
      runningOrder = arrangement.shown
      showTimes(element('.page-header'))
    },
    onCard: showTimes,
  })
  panel.inert = false
  warn()
  ask()
}

if (!isPacked) void review(packedFile)
