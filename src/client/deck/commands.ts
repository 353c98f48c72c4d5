import type { Command } from '../../model/talk/command.ts'
import { hasBegun } from '../../model/talk/talk.ts'
import { follows } from '../browser/scope.ts'
import type { LazyPointer } from '../pointer/lazy.ts'
import { searchIn } from '../search/search-in.ts'
import { type Actions, navigationOf } from '../session/navigation.ts'
import { openSpeaker } from '../session/other-window.ts'
import type { Session } from '../session/session.ts'
import { openContents, openDialog } from '../ui/dialogs.ts'
import { element } from '../ui/dom.ts'
import { hideMissing, printMenu } from '../ui/print-menu.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { isRead, root, slideRead } from './narrow.ts'
import { slideOverview } from './overview.ts'
import type { Stage } from './stage/reveal.ts'
import { magnifier } from './zoom.ts'

/** What the deck's commands act on. */
interface Parts {
  readonly sections: Stage['sections']
  readonly session: Session
  /** Goes to the beginning of a slide. */
  readonly go: (slide: string) => void
  /** Whether the talk continues where it was left. Starting it then stays on the current slide. */
  readonly isResumed: () => boolean
  readonly say: (text: string) => void
  readonly pointer: LazyPointer
}

/** Runs the deck's commands. While something stands instead of the slide, a command only brings it back. */
interface Control {
  /** Runs a command, if the deck has it. */
  run(command: Command): void
  /** Goes to the slide with a number, counted from 1. */
  turnTo(number: number): void
  /** Closes the overview and resets the magnifier, which exist only while presenting. */
  leave(): void
}

/**
 * Returns a function that tells whether the deck opened in the middle of a talk, and not by a link.
 * It is false once the talk is restarted or the first slide is shown, in any window.
 */
export function watchResumed(session: Session, isLinked: boolean): () => boolean {
  const isFirst = () => session.view.slide === session.runningOrder[0].id
  let resumed = !isLinked && !isFirst()
  session.onChange((_, talk, found) => {
    if (found) resumed = !isLinked
    const wasReset = hasBegun(talk) && !hasBegun(session.talk)
    if (wasReset || isFirst()) resumed = false
  })
  return () => resumed
}

/** Opens the speaker screen, or says why this page has none. */
function speakerCommand(say: (text: string) => void): () => void {
  if (follows)
    return () => say('Màn hình báo cáo viên chỉ mở được trên máy đã ghép. Hỏi người chạy máy chủ.')
  return document.getElementById('blocked')
    ? () => openSpeaker(say)
    : () => say('Tệp này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
}

/** Binds the deck's commands to what they do. */
export function controlDeck({ sections, session, go, isResumed, say, pointer }: Parts): Control {
  const { moves, page, wakeScreenOr } = navigationOf(session)
  const zoom = magnifier(root)
  const showOverview = slideOverview(session, sections)
  const fillScreen = () => {
    session.show({ started: true })
    // Browsers refuse without a user gesture, and some have no full screen: the deck is then shown
    // in its window.
    root.requestFullscreen?.().catch(() => undefined)
  }
  const actions: Actions = {
    ...moves,
    overview: () => showOverview(session.view.slide),
    scheme: schemeSwitch(root, element('#help [data-command="scheme"] span')),
    larger: zoom.larger,
    smaller: zoom.smaller,
    fullscreen: () => (document.fullscreenElement ? document.exitFullscreen() : fillScreen()),
    // After the first start, F5 continues at the current slide, such as after Escape or a crash.
    start: () => {
      if (!session.view.started && !isResumed()) page(1)
      fillScreen()
    },
    'start-here': () => {
      const slide = isRead() ? slideRead() : undefined
      if (slide && slide !== session.view.slide) go(slide)
      fillScreen()
    },
    enter: () => moves.next?.(),
    escape: zoom.whole,
    contents: () => openContents(session.view.slide),
    search: searchIn(() => ({
      runningOrder: session.runningOrder,
      places: sections.map((slide) => ({ slide })),
    })),
    print: printMenu(),
    help: () => hideMissing(openDialog('help')),
    speaker: speakerCommand(say),
    // Whoever follows points for nobody.
    ...(!follows && { pointer: () => pointer.hold('key') }),
  }
  return {
    run: (command) => wakeScreenOr(() => actions[command]?.()),
    turnTo: (number) => wakeScreenOr(() => page(number)),
    leave: () => {
      element<HTMLDialogElement>('#overview').close()
      zoom.whole()
    },
  }
}
