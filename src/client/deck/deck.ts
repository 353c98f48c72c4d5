import { askedBy } from '../../model/deck/running-order.ts'
import { type Command, commandOf } from '../../model/talk/command.ts'
import { watchFonts } from '../browser/fonts.ts'
import { type Keeping, keepingWords, keepOffline } from '../offline/offline.ts'
import { element, setText } from '../ui/dom.ts'
import { reloads } from '../ui/keyboard.ts'
import { noticeBoard } from '../ui/notice.ts'
import { root, scrollToSlide, slideRead, wide } from './narrow.ts'
import { isIdle, present } from './present.ts'
import '../ui/script-runs.ts'
import { follows, isPacked } from '../browser/scope.ts'
import { startToolbar } from '../ui/toolbar.ts'
import { asRendered, showVersion } from '../version/show.ts'
import { fetchStyle } from './style.ts'

/**
 * Caches the deck for use without a network, whether it is read or presented. The help and the
 * test page show the state; good news needs no notice.
 */
function keep(): void {
  const show = (state: Keeping) => setText(element('.offline'), keepingWords[state])
  void keepOffline(show, { idle: isIdle, follows })
}

/** Matches a device with a mouse, where a narrow page is a zoomed one and F5 can present it. */
const magnified = matchMedia('(hover: hover) and (pointer: fine)')

/**
 * Starts the deck. A wide page and a follower's present at once. A narrow page is read, scrolled to
 * the slide in its address, and presents once it is wide or a command asks for it.
 */
export async function start(): Promise<void> {
  fetchStyle()
  const say = noticeBoard(element('.notice'))
  watchFonts(say)
  const shown = (await showVersion({ say })) ?? asRendered(document)
  let presenting: Promise<(command: Command) => void> | undefined
  const begin = (here?: string) => {
    presenting ??= present(shown, say, here).finally(() =>
      removeEventListener('keydown', ask, true),
    )
    return presenting
  }
  const obey = (command: Command) => void begin(slideRead()).then((run) => run(command))
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
    if (magnified.matches)
      say('Cửa sổ hẹp hoặc đang phóng to, nên các trang xếp dọc để đọc. Bấm F5 để trình chiếu.')
  }
  startToolbar(element('.toolbar'), root, obey)
  keep()
}

if (!isPacked) void start()
