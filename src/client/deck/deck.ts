import {
  addressOf,
  askedBy,
  indexOf,
  type Position,
  positionIn,
} from '../../model/deck/running-order.ts'
import { type Command, commandOf } from '../../model/talk/command.ts'
import { hasBegun } from '../../model/talk/talk.ts'
import { addAddress, replaceAddress } from '../browser/address.ts'
import { fetchLetters, watchFonts } from '../browser/fonts.ts'
import { keepAwake } from '../browser/wake-lock.ts'
import { type Keeping, keepingWords, keepOffline, serviceWorkers } from '../offline/offline.ts'
import { soloChannel, windowChannel } from '../session/channel.ts'
import { type Actions, navigationOf } from '../session/navigation.ts'
import { openSpeaker } from '../session/other-window.ts'
import { openStorage } from '../session/storage.ts'
import { announceSlide } from '../ui/announce.ts'
import { openContents, openDialog, startDialogs } from '../ui/dialogs.ts'
import { element, slidesIn } from '../ui/dom.ts'
import { listenToKeys, reloads } from '../ui/keyboard.ts'
import { noticeBoard } from '../ui/notice.ts'
import { printMenu } from '../ui/print-menu.ts'
import { fullRunningOrder } from '../version/apply.ts'
import { slideOverview } from './overview.ts'
import { showAllForPrint } from './print.ts'
import { rehide, type Slides, startReveal, unhide } from './reveal.ts'
import '../ui/script-runs.ts'
import { follows, isPacked, scope } from '../browser/scope.ts'
import { Session } from '../session/session.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { searchIn } from '../ui/search.ts'
import { obeyButtons, startToolbar } from '../ui/toolbar.ts'
import { sayUnloaded } from '../ui/unloaded.ts'
import { type Shown, showVersion } from '../version/version.ts'
import { fetchStyle } from './style.ts'
import { magnifier } from './zoom.ts'

const root = document.documentElement

const scrollToSlide = (id: string) => document.getElementById(id)?.scrollIntoView()

const isRead = () => root.classList.contains('reading')

/** The slide that is read: the last that has begun above the upper third. */
const seen = (): string | undefined =>
  slidesIn(document)
    .filter((slide) => slide.getBoundingClientRect().top < innerHeight / 3)
    .at(-1)?.id

/** Keeps reveal.js and the session on the same slide and step, whichever of them moved. */
function join(slides: Slides, session: Session): void {
  const { runningOrder } = session
  const step = () => (slides.getIndices().f ?? -1) + 1
  let following = false
  const follow = () => {
    const { slide, step: wanted, black } = session.view
    following = true
    if (slides.getCurrentSlide().id !== slide)
      slides.slide(indexOf(runningOrder, slide), 0, wanted - 1)
    else if (step() !== wanted) slides.navigateFragment(wanted - 1)
    if (slides.isPaused() !== black) slides.togglePause(black)
    following = false
  }
  // A swipe, or a click on the black screen: reveal.js has acted by itself.
  const adopt = () => {
    if (following) return
    // Nothing moves unseen: a finger over a dark screen only lights it.
    if (session.view.black && slides.isPaused()) session.show({ black: false })
    else
      session.show({ slide: slides.getCurrentSlide().id, step: step(), black: slides.isPaused() })
  }
  follow()
  session.onChange(follow)
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'resumed']) {
    slides.on(event, adopt)
  }
}

/** How often the address is written at most, in milliseconds: browsers refuse a stream of them. */
const pace = 300

/** The time since when the deck stands where its address says, if the deck wrote that itself. */
function writtenSince(): number | undefined {
  const [, when] = /^written (\d+)$/.exec(String(history.state)) ?? []
  return when === undefined ? undefined : Number(when)
}

/**
 * Keeps the address on the slide and step shown, and marks it as the deck's own writing. What it
 * returns leaps as a link does: the browser's way back leads to where it was pressed.
 */
function writeAddress(session: Session): (act: () => void) => void {
  let waiting = false
  const mark = () => `written ${session.since}`
  const write = () => {
    waiting = false
    replaceAddress(addressOf(session.view), mark())
  }
  session.onChange(({ slide, step }) => {
    if (waiting || (slide === session.view.slide && step === session.view.step)) return
    waiting = true
    setTimeout(write, pace)
  })
  write()
  return (act) => {
    const left = addressOf(session.view)
    const since = mark()
    act()
    if (addressOf(session.view) === left) return
    replaceAddress(left, since)
    addAddress(addressOf(session.view), mark())
  }
}

/** Whether a newer deck may take this one's place: not while it is read, perhaps beside a talk. */
let idle = () => false

/** Keeps the deck for a time without network, whether it is read or presented. */
function keep(say: (text: string) => void): void {
  const first = !serviceWorkers()?.controller
  const offline = (state: Keeping) => {
    element('.offline').textContent = keepingWords[state]
    if (first && state === 'kept') say(keepingWords[state])
  }
  void keepOffline(offline, { idle: () => idle(), follows })
}

/** Starts all that presents, and returns what gives it commands; `here` is read till now. */
async function present(
  { runningOrder, near }: Shown,
  say: (text: string) => void,
  here?: string,
): Promise<(command: Command) => void> {
  const sections = slidesIn(document)
  const since = writtenSince()
  const { hash } = location
  const asked = askedBy(hash)
  const position = asked && positionIn(runningOrder, asked)
  const link = since === undefined ? position : undefined
  const missing = (slide: string) =>
    say(near(slide) ? `Trang ‘${slide}’ đang ẩn trong bản riêng.` : `Không có trang ‘${slide}’.`)
  if (asked && !position && since === undefined) missing(asked.slide)
  const opening = Session.open({
    role: 'deck',
    runningOrder,
    link,
    stood: position && since !== undefined ? { ...position, when: since } : undefined,
    near,
    say,
    // A presenter's own windows in this browser are not moved by one that looks around.
    channel: follows ? soloChannel : windowChannel(scope),
    storage: openStorage(follows ? `${scope} theo` : scope, () =>
      say('Không lưu được trên máy này. Đóng rồi mở lại thì trình chiếu từ trang đầu.'),
    ),
  })
  const slides = await startReveal(element('.reveal'))
  const session = await opening
  // Until the talk begins anew, here or on the speaker's screen.
  let resumed = !link && session.view.slide !== runningOrder[0].id
  session.onChange((_, talk, found) => {
    if (found) resumed = !link && session.view.slide !== runningOrder[0].id
    const wasReset = hasBegun(talk) && !hasBegun(session.talk)
    if (wasReset || session.view.slide === runningOrder[0].id) resumed = false
  })
  join(slides, session)
  // A link on the page that was followed while the deck opened.
  const later =
    location.hash === hash ? undefined : positionIn(runningOrder, askedBy(location.hash))
  if (later) session.show(later)
  const leap = writeAddress(session)

  const overview = slideOverview(slides, root)
  const zoom = magnifier(root)
  const { moves, page, wakeScreenOr } = navigationOf(session)
  /** On a page that is read, what this window asks for is scrolled to; what others show is not. */
  const seek = (position: Position) => {
    session.show(position)
    if (isRead()) scrollToSlide(position.slide)
  }
  const go = (slide: string) => seek({ slide, step: 0 })
  const fillScreen = () => {
    session.show({ started: true })
    // Refused without a user's gesture, or where there is no full screen: the deck goes on.
    root.requestFullscreen?.().catch(() => undefined)
  }
  const leave = () => {
    overview.close()
    zoom.whole()
  }
  const actions: Actions = {
    ...moves,
    overview: overview.toggle,
    scheme: schemeSwitch(root),
    larger: zoom.larger,
    smaller: zoom.smaller,
    fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : fillScreen()),
    // Once the show has begun, F5 goes on where it was: after Escape, after a crash.
    start: () => {
      if (!session.view.started && !resumed) page(1)
      fillScreen()
    },
    'start-here': () => {
      const slide = isRead() ? seen() : undefined
      if (slide && slide !== session.view.slide) go(slide)
      fillScreen()
    },
    enter: () => (overview.isOpen() ? overview.close() : moves.next?.()),
    escape: leave,
    contents: () => openContents(session.view.slide),
    search: searchIn(() => ({ runningOrder, places: sections.map((slide) => ({ slide })) })),
    print: printMenu(),
    help: () => openDialog('help'),
    speaker: follows
      ? () => say('Màn hình báo cáo viên chỉ mở trên máy đã ghép.')
      : document.getElementById('blocked')
        ? () => openSpeaker(say)
        : () => say('Tệp này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.'),
  }
  const run = (command: Command) => wakeScreenOr(() => actions[command]?.())

  const turnTo = (number: number) => wakeScreenOr(() => page(number))
  // On a page that is read, what would load it again presents it.
  listenToKeys(run, turnTo, (_, command) => !isRead() || reloads(command))
  const visit = (hash: string) => {
    const asked = askedBy(hash)
    const position = positionIn(runningOrder, asked)
    if (position) seek(position)
    else if (asked) missing(asked.slide)
  }
  addEventListener('hashchange', ({ newURL }) => {
    // Not the page's address: the deck may have written its own there since.
    visit(new URL(newURL).hash)
  })
  // reveal.js would turn to the slide without a way back.
  element('.reveal').addEventListener(
    'click',
    (event) => {
      const { target } = event
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]')
      if (!link || event.defaultPrevented) return
      event.stopPropagation()
      // Held with a key, it opens in a window of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      leap(() => visit(link.hash))
    },
    true,
  )
  startDialogs((slide) => leap(() => go(slide)))
  let touched = false
  for (const event of ['keydown', 'pointerdown']) {
    addEventListener(event, () => {
      touched = true
    })
  }
  idle = () => session.isAlone && !touched
  showAllForPrint(sections)
  const announcer = element('.announcer')
  const announce = () => {
    const { slide, black } = session.view
    if (black) announcer.textContent = 'Đang tạm dừng, màn chiếu tối'
    else announceSlide(announcer, runningOrder, slide)
  }
  session.onChange(({ slide, black }) => {
    if (black !== session.view.black || slide !== session.view.slide) announce()
  })
  announce()
  obeyButtons(element('#help'), run)
  followWidth(slides, session, leave, here)
  const wakes = keepAwake(() => follows || filled.matches || document.fullscreenElement !== null)
  addEventListener('fullscreenchange', wakes)
  filled.addEventListener('change', wakes)
  if (!import.meta.env.PACKED && follows) {
    fetchLetters()
    import('../live/follow.ts').then(
      ({ follow }) => follow(session, seek),
      () => {
        const box = document.createElement('aside')
        box.className = 'live'
        document.body.append(box)
        sayUnloaded(box, 'Chưa theo được người trình bày')
      },
    )
  }
  return run
}

/** A full screen, the browser's own included. */
const filled = matchMedia('(display-mode: fullscreen)')

/** Where the deck is presented; a phone held upright, or a page at 200 per cent, is read. */
const wide = matchMedia('screen and (min-width: 700px)')

/** Presents on a wide page and reads on a narrow one; `leave` ends what only presenting knows. */
function followWidth(slides: Slides, session: Session, leave: () => void, here?: string): void {
  const sections = slides.getSlides()
  const turn = () => {
    // Paper is not a screen, and no reason to turn.
    if (matchMedia('print').matches) return
    const reads = !wide.matches && !document.fullscreenElement
    if (reads === isRead()) return
    leave()
    root.classList.toggle('reading', reads)
    root.classList.toggle('presenting', !reads)
    if (reads) {
      unhide(sections)
      scrollToSlide(session.view.slide)
    } else {
      rehide(slides)
    }
  }
  wide.addEventListener('change', turn)
  addEventListener('fullscreenchange', turn)
  slides.on('slidechanged', () => {
    if (isRead()) unhide(sections)
  })
  root.classList.replace('reading', 'presenting')
  turn()
  // Starting took the slides off the page that was being read.
  if (here && isRead()) scrollToSlide(here)
}

/** A page with a keyboard and a mouse: narrow by its magnification. */
const magnified = matchMedia('(hover: hover) and (pointer: fine)')

/** Starts the deck; on a narrow page once it is wide, or asked for. An address leads to its slide. */
export async function start(): Promise<void> {
  fetchStyle()
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  // Whoever follows sees the presenter's deck, not a version of this machine's own.
  const shown = follows
    ? { runningOrder: fullRunningOrder(document), near: () => undefined }
    : await showVersion(document, say, false)
  let presenting: Promise<(command: Command) => void> | undefined
  const begin = (here?: string) => {
    presenting ??= present(shown, say, here).finally(() =>
      removeEventListener('keydown', ask, true),
    )
    return presenting
  }
  const obey = (command: Command) => void begin(seen()).then((run) => run(command))
  const ask = (event: KeyboardEvent) => {
    const command = commandOf(event)
    if (!command || !reloads(command)) return
    event.preventDefault()
    if (!presenting) obey(command)
  }
  if (wide.matches || follows) {
    await begin()
  } else {
    const id = askedBy(location.hash)?.slide
    if (id) scrollToSlide(id)
    addEventListener('keydown', ask, true)
    wide.addEventListener('change', () => void begin(), { once: true })
    if (magnified.matches) say('Trang hẹp nên đang để đọc. Bấm F5 để trình chiếu.')
  }
  startToolbar(element('.toolbar'), root, obey)
  keep(say)
}

if (!isPacked) void start()
