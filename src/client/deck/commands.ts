import type { Command } from '../../model/talk/command.ts'
import { hasBegun } from '../../model/talk/talk.ts'
import { follows } from '../browser/scope.ts'
import { type Actions, navigationOf } from '../session/navigation.ts'
import { openSpeaker } from '../session/other-window.ts'
import type { Session } from '../session/session.ts'
import { openContents, openDialog } from '../ui/dialogs.ts'
import { printMenu } from '../ui/print-menu.ts'
import { schemeSwitch } from '../ui/scheme.ts'
import { searchIn } from '../ui/search.ts'
import { isRead, root, slideRead } from './narrow.ts'
import { slideOverview } from './overview.ts'
import type { Slides } from './reveal.ts'
import { magnifier } from './zoom.ts'

/** What the commands of the deck act on. */
interface Parts {
  readonly slides: Slides
  readonly session: Session
  /** Goes to the beginning of a slide. */
  readonly go: (slide: string) => void
  /** Whether the talk goes on where it was left: then to start it turns no page. */
  readonly isResumed: () => boolean
  readonly say: (text: string) => void
}

/** How the deck is told what to do; nothing moves while the hall is dark, which only lights it. */
interface Control {
  run(command: Command): void
  turnTo(number: number): void
  /** Ends what only presenting knows: the overview, the magnifier. */
  leave(): void
}

/** Tells whether a deck opened where a talk was left, until that begins anew, here or elsewhere. */
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

/** Opens the speaker's screen, or says why there is none. */
function speakerCommand(say: (text: string) => void): () => void {
  if (follows) return () => say('Màn hình báo cáo viên chỉ mở trên máy đã ghép.')
  return document.getElementById('blocked')
    ? () => openSpeaker(say)
    : () => say('Tệp này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
}

/** Has the deck obey its commands. */
export function controlDeck({ slides, session, go, isResumed, say }: Parts): Control {
  const { runningOrder } = session
  const { moves, page, wakeScreenOr } = navigationOf(session)
  const overview = slideOverview(slides, root)
  const zoom = magnifier(root)
  const sections = slides.getSlides()
  const leave = () => {
    overview.close()
    zoom.whole()
  }
  const fillScreen = () => {
    session.show({ started: true })
    // Refused without a user's gesture, or where there is no full screen: the deck goes on.
    root.requestFullscreen?.().catch(() => undefined)
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
      if (!session.view.started && !isResumed()) page(1)
      fillScreen()
    },
    'start-here': () => {
      const slide = isRead() ? slideRead() : undefined
      if (slide && slide !== session.view.slide) go(slide)
      fillScreen()
    },
    enter: () => (overview.isOpen() ? overview.close() : moves.next?.()),
    escape: leave,
    contents: () => openContents(session.view.slide),
    search: searchIn(() => ({ runningOrder, places: sections.map((slide) => ({ slide })) })),
    print: printMenu(),
    help: () => openDialog('help'),
    speaker: speakerCommand(say),
  }
  return {
    run: (command) => wakeScreenOr(() => actions[command]?.()),
    turnTo: (number) => wakeScreenOr(() => page(number)),
    leave,
  }
}
