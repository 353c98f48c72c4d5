import { positionIn } from '../../model/deck/running-order.ts'
import { type AudienceState, isOlder, viewOf } from '../../model/talk/relay-protocol.ts'
import { looksAlike, type View } from '../../model/talk/view.ts'
import { isOwnId } from '../../model/version/version.ts'
import type { Session } from '../session/session.ts'
import { setText, stateLine } from '../ui/dom.ts'
import { offerToAudience } from './audience.ts'
import { type Borrower, borrowSlides } from './borrow.ts'
import { listen } from './event-stream.ts'

/** The message when the presenter shows a slide that this deck does not have. */
const outdated = 'Bộ trang chiếu trên máy này chưa có trang đang trình bày.'

/**
 * The text of the state line. `alone` means that the viewer has paged away from the presenter, `has`
 * that this deck has the presenter's slide, `waits` that it may come yet.
 */
function wordsOf(
  told: AudienceState | undefined,
  lost: boolean,
  alone: boolean,
  has: boolean,
  waits: boolean,
): string {
  const way = lost ? 'Mất kết nối – đang nối lại' : ''
  if (alone) return ['Đang tự xem', way].filter(Boolean).join('. ')
  if (way) return way
  if (!told) return 'Đang kết nối với người trình bày…'
  if (told.seq === 0) return 'Chưa bắt đầu trình bày'
  if (!has) return waits ? 'Đang tải trang riêng của người trình bày…' : outdated
  return 'Đang theo người trình bày'
}

/** The page of a follower. */
interface Page {
  /** Brings a position onto the page. */
  show(shown: View): void
  /** Shows where the presenter points. */
  point(value: unknown): void
  /** Prepares the presenter's own slides: see `borrowSlides`. */
  readonly prepare: Borrower['prepare']
}

/**
 * Makes the deck show what the presenter shows, until the viewer pages away; a button leads back.
 */
export function follow(session: Session, { show, point, prepare }: Page): void {
  const box = document.createElement('aside')
  const [words, back] = stateLine('Quay lại trang đang trình bày')
  box.className = 'live'
  // A button, because phones have no keys and F5 presents.
  const [, again] = stateLine('Tải lại')
  again.addEventListener('click', () => location.reload())
  box.append(words, back, again)
  document.body.append(box)
  offerToAudience()

  let told: AudienceState | undefined
  let lost = false
  /** Whether the viewer has paged away. The presenter's state is stored meanwhile, not shown. */
  let alone = false
  let moving = false

  const borrowed = borrowSlides({
    prepare,
    put(change) {
      moving = true
      change()
      moving = false
      catchUp()
    },
  })
  /** Where the presenter is; an own slide of another presenter may have the same id. */
  const position = () =>
    told && !(isOwnId(told.slide) && borrowed.isWaiting())
      ? positionIn(session.runningOrder, told)
      : undefined
  const draw = () => {
    const text = wordsOf(told, lost, alone, position() !== undefined, borrowed.isWaiting())
    setText(words, text)
    back.hidden = !alone
    again.hidden = text !== outdated
    box.classList.toggle('lost', lost)
  }
  const catchUp = () => {
    if (told?.seq && !alone) {
      const view = viewOf(told, position(), session.view)
      moving = true
      if (!looksAlike(view, session.view)) show(view)
      moving = false
    }
    draw()
  }
  const leave = () => {
    alone = true
    draw()
  }

  session.onChange((before, _, found) => {
    const { slide, step, screen } = session.view
    if (looksAlike(before, session.view) || moving || found) return
    leave()
    // Whoever goes to another place, such as by the address, wants to see it.
    const isElsewhere = slide !== before.slide || step !== before.step
    const isCovered = screen !== 'slide' && screen === before.screen
    // Not within this change, or other windows would hear of them the wrong way round.
    if (isElsewhere && isCovered) queueMicrotask(() => session.show({ screen: 'slide' }))
  })
  // On a page that is read, scrolling is paging.
  for (const event of ['wheel', 'touchmove']) {
    addEventListener(
      event,
      () => {
        if (!document.documentElement.classList.contains('narrow')) return
        leave()
        // Whoever scrolls while the talk has not begun reads.
        if (session.view.screen === 'waiting') session.show({ screen: 'slide' })
      },
      { passive: true },
    )
  }
  back.addEventListener('click', () => {
    back.blur()
    alone = false
    catchUp()
  })
  draw()
  listen({
    hear: (news) => {
      lost = news.lost === true
      if (!isOlder(news, told)) told = news
      borrowed.want(told?.own, told?.within)
      catchUp()
    },
    point: (value) => alone || point(value),
    lose: () => {
      lost = true
      draw()
    },
  })
}
