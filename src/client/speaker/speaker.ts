import { indexOf } from '../../model/deck/running-order.ts'
import { type Command, commands, reloads } from '../../model/talk/command.ts'
import type { HelpedIn } from '../../model/talk/help.ts'
import { fetchLetters, watchFonts } from '../browser/fonts.ts'
import { keepAwake } from '../browser/wake-lock.ts'
import { offerPhone } from '../live/pair-phone.ts'
import { isPaired } from '../live/paired.ts'
import { type Keeping, keepingWords, keepOffline } from '../offline/offline.ts'
import { pointerButton } from '../pointer/button.ts'
import { lazyPointer } from '../pointer/lazy.ts'
import { windowChannel } from '../session/channel.ts'
import { type Actions, navigationOf } from '../session/navigation.ts'
import { deckWindow, openDeck } from '../session/other-window.ts'
import { openStorage } from '../session/storage.ts'
import { openContents, openDialog, startDialogs } from '../ui/dialogs.ts'
import { element, setText, slidesIn } from '../ui/dom.ts'
import { listenToKeys } from '../ui/keyboard.ts'
import { noticeBoard } from '../ui/notice.ts'
import { slideFrames } from './frames.ts'
import { handOver, takeOverHanded } from './handed.ts'
import { announceBoth, heldBar } from './held.ts'
import { PrivateView } from './private-view.ts'
import { plannedIn, talkClock } from './timing/clocks.ts'
import '../ui/script-runs.ts'
import { isLocal, isPacked, scope } from '../browser/scope.ts'
import type { Place } from '../search/dialog.ts'
import { searchIn } from '../search/search-in.ts'
import { Session } from '../session/session.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { obeyButtons } from '../ui/toolbar.ts'
import { sayUnloaded } from '../ui/unloaded.ts'
import { asRendered } from '../version/as-rendered.ts'
import { keepFromDrops } from '../version/dropped.ts'
import { showVersion } from '../version/show.ts'
import { slideStrip } from './strip.ts'
import { textSize } from './text-size.ts'
import { ownTime } from './timing/own-time.ts'
import { rehearsal } from './timing/rehearsal.ts'
import { startTime } from './timing/start-time.ts'
import { spentTimes } from './timing/times.ts'
import { startTools } from './tools.ts'
import { type WholeLines, wholeLines } from './whole-lines.ts'

/** Shows notes and sources of the current slide, and marks the passages of the current step. */
function showWords(slide: string, step: number): void {
  // Only these change: a long deck has thousands.
  for (const words of document.querySelectorAll<HTMLElement>(
    `[data-slide]:not([hidden]), [data-slide="${slide}"]`,
  )) {
    words.hidden = words.dataset.slide !== slide
  }
  const notes = element('.notes .text')
  const own = element(`[data-slide="${slide}"]`, notes)
  let first: HTMLElement | undefined
  for (const note of own.querySelectorAll<HTMLElement>('p')) {
    const at = note.dataset.step
    note.classList.toggle('due', at !== undefined && Number(at) === step)
    note.classList.toggle('past', at !== undefined && Number(at) < step)
    if (note.classList.contains('due')) first ??= note
  }
  notes.scrollTop = first ? first.offsetTop - own.offsetTop : 0
}

/** The slides with their notes and sources, for searching. */
function placesIn(slides: readonly HTMLElement[]): readonly Place[] {
  const words = new Map<string, HTMLElement[]>()
  for (const one of document.querySelectorAll<HTMLElement>('[data-slide]')) {
    const { slide = '' } = one.dataset
    words.set(slide, [...(words.get(slide) ?? []), one])
  }
  return slides.map((slide) => ({ slide, words: words.get(slide.id) ?? [] }))
}

/** Scrolls the notes; the page, where the notes fit without scrolling. */
function scrollNotes(notes: WholeLines, way: 1 | -1): void {
  const page = document.documentElement
  if (!notes.scroll(way)) page.scrollBy(0, way * Math.round(0.7 * page.clientHeight))
}

/** On a narrow screen, shows all but the notes in their place, or the notes again. */
function startMore(): void {
  const button = element('.more')
  const show = (isOpen: boolean) => {
    element('.speaker-screen').classList.toggle('with-more', isOpen)
    button.setAttribute('aria-expanded', String(isOpen))
    button.textContent = isOpen ? 'Ghi chú' : 'Thêm'
    scrollTo(0, 0)
  }
  const isOpen = () => button.getAttribute('aria-expanded') === 'true'
  button.addEventListener('click', () => show(!isOpen()))
  // What a tool does is seen beside the notes.
  element('#tools').addEventListener('click', () => isOpen() && show(false))
}

/** Swaps the screens of both windows; offered where the browser can tell several screens apart. */
function screenSwap(say: (text: string) => void): () => void {
  const button = element('#tools [data-command="swap"]')
  const look = () => {
    button.hidden = !(screen.isExtended && 'getScreenDetails' in window)
  }
  look()
  // A projector may be plugged in later; the event came with the property.
  if (screen.isExtended !== undefined) screen.addEventListener('change', look)
  const swap = async () => {
    const { swapScreens } = await import('../session/screens.ts')
    return swapScreens(deckWindow())
  }
  return () =>
    void swap().then(
      (words) => words && say(words),
      () => undefined,
    )
}

/** Shows whether the deck's window is open, with a button to open it again if not. */
function watchPartner(session: Session): void {
  const state = element('.partner-state')
  const connect = element('.connect')
  let met = false
  const look = () => {
    session.ask()
    const there = session.hears('deck')
    const isApart = there && session.isApart('deck')
    met ||= there
    const text = isApart
      ? 'Màn chiếu mở bản khác nên không theo. Tải lại cả hai.'
      : there
        ? 'Đã nối với màn hình chiếu'
        : met
          ? 'Mất kết nối với màn hình chiếu. Bấm “Kết nối lại”.'
          : 'Chưa có màn hình chiếu'
    setText(state, text)
    state.classList.toggle('lost', isApart || (!there && met))
    connect.hidden = there
    connect.textContent = met ? 'Kết nối lại' : 'Mở màn hình chiếu'
  }
  connect.addEventListener('click', openDeck)
  setInterval(look, 500)
  setTimeout(look, 100)
}

/** Runs the speaker screen; `stock` contains the slides to show in its frames. */
export async function speak(stock: ParentNode): Promise<void> {
  const root = document.documentElement
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  const storage = openStorage(scope, () =>
    say('Không lưu được trên máy này. Đóng hay tải lại màn hình này thì đồng hồ về số không.'),
  )
  const presentsLive = !import.meta.env.PACKED && !isLocal && isPaired()
  if (presentsLive) await takeOverHanded(storage, say)
  const shown = await showVersion({ stock, notes: true, say })
  const version = shown ?? asRendered(stock)
  const { runningOrder, near, isRehearsed = false } = version
  const slides = slidesIn(stock)
  const session = await Session.open({
    role: 'speaker',
    runningOrder,
    near,
    say,
    channel: windowChannel(scope),
    storage,
  })
  const view = new PrivateView(session)
  const { turns, screens, page, wakeScreenOr } = navigationOf(session, view)
  const frames = slideFrames(runningOrder, slides, presentsLive ? version.viewed : undefined)
  const frame = element('.present .frame')
  const heading = element('.present h2')
  const black = element('.moves [data-command="black"]')
  const spot = element('#tools [data-command="spot"]')
  const covers = (['white', 'waiting'] as const).map(
    (name) => [name, element(`#tools [data-command="${name}"]`)] as const,
  )
  const held = heldBar(session, view)
  const draw = () => {
    const { screen } = session.view
    const stands = screen === 'slide' ? undefined : commands[screen].stands
    frames(view.position, view.isElsewhere)
    held()
    root.classList.toggle('covered', stands !== undefined)
    frame.dataset.stands = stands
    heading.dataset.stands = stands
    black.textContent = stands ? 'Chiếu lại' : commands.black.label
    spot.setAttribute('aria-pressed', String(session.view.spot !== undefined))
    for (const [name, tool] of covers) tool.setAttribute('aria-pressed', String(screen === name))
  }
  draw()
  const notes = element('.notes .text')
  const size = textSize(notes)
  const whole = wholeLines(notes, element('.notes .more-lines'))
  const sources = wholeLines(element('.sources .list'), element('.sources .more-lines'))
  const words = (slide: string, step: number) => {
    showWords(slide, step)
    whole.draw()
    sources.draw()
  }
  let at = view.position
  words(at.slide, at.step)
  const follow = () => {
    const { slide, step } = view.position
    draw()
    if (slide === at.slide && step === at.step) return
    at = { slide, step }
    words(slide, step)
  }
  session.onChange(follow)
  view.onChange(follow)
  announceBoth(element('.announcer'), session, view)

  const planned = plannedIn(version)
  const clock = talkClock(session, planned)
  session.onChange(keepAwake(() => session.talk.running))
  const resize = (change: () => void) => () => {
    change()
    whole.draw()
  }
  const pointer = lazyPointer(session, () =>
    view.isElsewhere ? undefined : frame.querySelector('section'),
  )
  view.onChange(pointer.look)
  pointerButton(element('#tools [data-command="pointer"]'), pointer)
  const closeTools = startTools()
  const strip = slideStrip(session, view, slides)
  startMore()
  const actions: Actions & Record<HelpedIn<'speaker'>, () => void> = {
    ...turns,
    ...screens,
    ...clock,
    time: ownTime(session, planned),
    waiting: startTime(session, screens.waiting),
    pointer: () => pointer.hold('key'),
    spot: () => pointer.light(1),
    'spot-back': () => pointer.light(-1),
    times: spentTimes(session, planned, rehearsal(session, { planned, isRehearsed })),
    larger: resize(size.larger),
    smaller: resize(size.smaller),
    'notes-on': () => scrollNotes(whole, 1),
    'notes-back': () => scrollNotes(whole, -1),
    // A clicker's start key arrives in whichever window has the focus.
    start: () => session.show({ started: true }),
    'start-here': () => session.show({ started: true }),
    enter: turns.next,
    hold: () => (view.isHeld ? view.release() : view.look()),
    bring: () => view.bring(),
    overview: strip.toggle,
    contents: () => openContents(view.position.slide),
    search: searchIn(() => ({ runningOrder, places: placesIn(slides) })),
    swap: screenSwap(say),
    scheme: schemeSwitch(root, element('[data-command="scheme"] span')),
    help: () => openDialog('help'),
    escape() {
      closeTools()
      strip.close()
      // What the audience sees meanwhile stays.
      if (!view.isElsewhere) pointer.stop()
    },
  }
  const run = (command: Command) => {
    const act = () => actions[command]?.()
    const turnsPage = command in turns || command === 'enter' || command === 'escape'
    // While something stands instead of the slide, these only bring it back; those that turn pages act
    // on this screen alone while the audience's slide is held.
    const bringsBack = command in screens || reloads(command) || (turnsPage && !view.isHeld)
    if (bringsBack) wakeScreenOr(act)
    else act()
  }
  listenToKeys(
    run,
    (number) => (view.isHeld ? page(number) : wakeScreenOr(() => page(number))),
    (key) => !strip.takes(key),
  )
  // A key points while it is held, the button until it is pressed again.
  obeyButtons(element('.speaker-screen'), (command) =>
    command === 'pointer' ? pointer.toggle() : run(command),
  )
  keepFromDrops()
  startDialogs((slide, dialog) => {
    const index = indexOf(runningOrder, slide)
    if (dialog === 'search') view.preview(index)
    else page(index + 1)
  })
  watchPartner(session)
  if (presentsLive) {
    // Waits until it is known where the talk stands, or viewers would be led to the first slide
    // meanwhile.
    const changed = new Promise<void>((resolve) => session.onChange(() => resolve()))
    fetchLetters()
    const place = element('.moves')
    offerPhone(element('#tools'), place, () => handOver(session.counted))
    void Promise.race([session.settled, changed])
      .then(() => import('../live/broadcast.ts'))
      .then(
        ({ broadcast }) => {
          pointer.pass = broadcast(session, place, shown?.own)
        },
        () => sayUnloaded(place, 'Chưa phát trực tiếp được'),
      )
  }
  const offline = element('.offline')
  const state = (keeping: Keeping) => offline.replaceChildren(keepingWords[keeping])
  void keepOffline(state, { speaker: true })
}

if (!isPacked) void speak(element<HTMLTemplateElement>('.stock').content)
