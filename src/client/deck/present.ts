import { askedBy, indexOf, type Position, positionIn } from '../../model/deck/running-order.ts'
import { type Command, reloads } from '../../model/talk/command.ts'
import { follows, scope } from '../browser/scope.ts'
import { soloChannel, windowChannel } from '../session/channel.ts'
import { Session } from '../session/session.ts'
import { openStorage } from '../session/storage.ts'
import { element, unknownSlide } from '../ui/dom.ts'
import { listenToKeys } from '../ui/keyboard.ts'
import type { Shown } from '../version/apply.ts'
import { followLinks, writeAddress, writtenSince } from './address.ts'
import { joinAudience } from './audience.ts'
import { controlDeck, watchResumed } from './commands.ts'
import type { HeldKeys } from './first/held-keys.ts'
import { loadExtras } from './load-extras.ts'
import { followWidth, isRead, scrollToSlide } from './narrow.ts'
import { showAllForPrint } from './print.ts'
import { followReveal } from './stage/follow-reveal.ts'
import { startReveal } from './stage/reveal.ts'

let idle = () => false

/**
 * Whether the page may be reloaded with a newer deck: only while no other window is open and nobody
 * has used this one. Never while it is read, because a talk may be going on beside it.
 */
export const isIdle = (): boolean => idle()

/**
 * Lets a newer deck replace this one while no other window is open and nobody has used this one.
 */
function watchIdle(session: Session): void {
  let touched = false
  for (const event of ['keydown', 'pointerdown']) {
    addEventListener(event, () => {
      touched = true
    })
  }
  idle = () => session.isAlone && !touched
}

/**
 * Starts presenting, and resolves with a function that runs commands. `keys` were pressed before;
 * `here` is the id of the slide that was being read.
 */
export async function present(
  { runningOrder, near, hiddenName }: Shown,
  say: (text: string) => void,
  keys: HeldKeys,
  here?: string,
): Promise<(command: Command) => void> {
  const missing = (slide: string) => {
    const name = hiddenName(slide)
    say(name ? `Trang “${name}” đang ẩn. Mở Chế độ đọc trước để hiện lại.` : unknownSlide)
  }
  const { hash } = location
  const asked = askedBy(hash)
  const position = asked && positionIn(runningOrder, asked)
  const when = writtenSince()
  const link = when === undefined ? position : undefined
  if (asked && !position && when === undefined) missing(asked.slide)
  const opening = Session.open({
    role: 'deck',
    runningOrder,
    link,
    stood: position && when !== undefined ? { ...position, when } : undefined,
    near,
    say,
    // A follower who looks around must not move the presenter's windows in the same browser.
    channel: follows ? soloChannel : windowChannel(scope),
    storage: openStorage(follows ? `${scope} theo` : scope, () =>
      say('Không lưu được trên máy này. Đóng rồi mở lại thì lại ở trang đầu.'),
    ),
  })
  keys.clear()
  const stage = await startReveal(
    element('.reveal'),
    position ? indexOf(runningOrder, position.slide) : 0,
  )
  const session = await opening
  // What the page waited with is where it was; a ground that is still dark ends with the next change.
  session.onChange(() => document.documentElement.classList.remove('resuming'))
  const isResumed = watchResumed(session, link !== undefined)
  followReveal(stage, session)
  // A link on the page may have been clicked while the deck opened.
  const later =
    location.hash === hash ? undefined : positionIn(runningOrder, askedBy(location.hash))
  if (later) session.show(later)
  const leap = writeAddress(session)

  /**
   * Goes to a position and, on a page that is read, scrolls there. Moves in other windows do not
   * scroll it.
   */
  const seek = (position: Position) => {
    session.show(position)
    if (isRead()) scrollToSlide(position.slide)
  }
  const go = (slide: string) => seek({ slide, step: 0 })
  const visit = (hash: string) => {
    const asked = askedBy(hash)
    const position = positionIn(session.runningOrder, asked)
    if (position) seek(position)
    else if (asked) missing(asked.slide)
  }
  const { run, turnTo, point, leave } = controlDeck({
    sections: stage.sections,
    session,
    go,
    leap,
    isResumed,
    say,
  })
  followLinks(element('.reveal'), visit, leap)
  watchIdle(session)
  showAllForPrint(stage)
  followWidth(stage, session, leave, here)
  loadExtras({ session, run, isRead })
  // A page that is read leaves the keys to the browser, except those that would reload it: they
  // present.
  listenToKeys(run, turnTo, (_, command) => !isRead() || reloads(command), keys.take())
  if (follows) joinAudience(session, stage, seek, point)
  return run
}
