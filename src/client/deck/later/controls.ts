import type { Command } from '../../../model/talk/command.ts'
import type { HelpedIn } from '../../../model/talk/help.ts'
import { follows } from '../../browser/scope.ts'
import { keepAwake } from '../../browser/wake-lock.ts'
import { lazyPointer } from '../../pointer/lazy.ts'
import { searchIn } from '../../search/search-in.ts'
import type { Actions, Navigation } from '../../session/navigation.ts'
import { openSpeaker } from '../../session/other-window.ts'
import type { Session } from '../../session/session.ts'
import { announceView } from '../../ui/announce.ts'
import { openContents, openDialog, startDialogs } from '../../ui/dialogs.ts'
import { element } from '../../ui/dom.ts'
import { hideMissing, printMenu } from '../../ui/print-menu.ts'
import { schemeSwitch } from '../../ui/scheme.ts'
import { obeyButtons } from '../../ui/toolbar.ts'
import { keepFromDrops } from '../../version/dropped.ts'
import { slideOverview } from './overview.ts'
import { magnifier } from './zoom.ts'

const root = document.documentElement

/** Matches in full screen, also in one that the browser's own command opened. */
const filled = matchMedia('(display-mode: fullscreen)')

/** The deck that is presented. */
export interface Presenting {
  /** All slides in running order. */
  readonly sections: readonly HTMLElement[]
  readonly session: Session
  readonly say: (text: string) => void
  /** Runs a command, as its key does. */
  readonly run: (command: Command) => void
  /** Goes to the beginning of a slide, as a link does: the browser's Back returns. */
  readonly leap: (slide: string) => void
}

/** The commands that the deck runs itself, so that they work from the start. */
export type AtOnce =
  | keyof (Navigation['turns'] & Navigation['screens'])
  | 'fullscreen'
  | 'start'
  | 'start-here'
  | 'enter'

/** The commands that show something to others, which a follower cannot. */
type Pointing = 'pointer' | 'spot' | 'spot-back'

/** The commands that open something or change how the deck looks: all others that the help tells. */
export interface Controls {
  readonly actions: Actions & Record<Exclude<HelpedIn<'deck'>, AtOnce | Pointing>, () => void>
  /** Shows where the presenter points; `value` is unchecked. */
  point(value: unknown): void
  /** Closes the overview and resets the magnifier, which exist only while presenting. */
  leave(): void
}

/** Opens the speaker screen, or says why this page has none. */
function speakerCommand(say: (text: string) => void): () => void {
  if (follows)
    return () => say('Màn hình báo cáo viên chỉ mở được trên máy đã ghép. Hỏi người chạy máy chủ.')
  return document.getElementById('blocked')
    ? () => openSpeaker(say)
    : () => say('Tệp này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
}

/** Announces each slide, and what stands instead of it, to screen readers. */
function announceViews(session: Session): void {
  const announcer = element('.announcer')
  const announce = () => announceView(announcer, session.runningOrder, session.view)
  session.onChange(({ slide, screen }) => {
    if (screen !== session.view.screen || slide !== session.view.slide) announce()
  })
  announce()
}

/** Keeps the display from sleeping for followers, and in full screen. */
function keepScreenAwake(): void {
  const wakes = keepAwake(() => follows || filled.matches || document.fullscreenElement !== null)
  addEventListener('fullscreenchange', wakes)
  filled.addEventListener('change', wakes)
}

/** Starts what a deck that is presented has beside its slides. */
export function startControls({ sections, session, say, run, leap }: Presenting): Controls {
  const zoom = magnifier(root)
  const showOverview = slideOverview(session, sections)
  const pointer = lazyPointer(session, () => document.getElementById(session.view.slide))
  startDialogs(leap)
  keepFromDrops()
  obeyButtons(element('#help'), run)
  announceViews(session)
  keepScreenAwake()
  return {
    actions: {
      overview: () => showOverview(session.view.slide),
      scheme: schemeSwitch(root, element('#help [data-command="scheme"] span')),
      larger: zoom.larger,
      smaller: zoom.smaller,
      escape() {
        zoom.whole()
        if (!follows) pointer.stop()
      },
      // Whoever follows shows nothing to others.
      ...(!follows && {
        pointer: () => pointer.hold('key'),
        spot: () => pointer.light(1),
        'spot-back': () => pointer.light(-1),
      }),
      contents: () => openContents(session.view.slide),
      search: searchIn(() => ({
        runningOrder: session.runningOrder,
        places: sections.map((slide) => ({ slide })),
      })),
      print: printMenu(),
      help: () => hideMissing(openDialog('help')),
      speaker: speakerCommand(say),
    },
    point: pointer.show,
    leave: () => {
      element<HTMLDialogElement>('#overview').close()
      zoom.whole()
    },
  }
}
