import { looksAlike, positionIn, type View } from '../../model/deck/running-order.ts'
import type { AudienceState } from '../../model/talk/relay-protocol.ts'
import type { Session } from '../session/session.ts'
import { setText, stateLine } from '../ui/dom.ts'
import { offerToAudience } from './audience.ts'
import { listen } from './event-stream.ts'

/** The message when the presenter shows a slide that this deck does not have. */
const outdated = 'Bộ trang chiếu trên máy này chưa có trang đang trình bày.'

/**
 * The text of the state line. `alone` means that the viewer has paged away from the presenter, `has`
 * that this deck has the presenter's slide.
 */
function wordsOf(
  told: AudienceState | undefined,
  lost: boolean,
  alone: boolean,
  has: boolean,
): string {
  const way = lost ? 'Mất kết nối – đang nối lại' : ''
  if (alone) return ['Đang tự xem', way].filter(Boolean).join('. ')
  if (way) return way
  if (!told) return 'Đang kết nối với người trình bày…'
  if (told.seq === 0) return 'Chưa bắt đầu trình bày'
  if (!has) return outdated
  return 'Đang theo người trình bày'
}

/**
 * Makes the deck show what the presenter shows, until the viewer pages away; a button leads back.
 * `show` brings a position onto the page, `point` shows where the presenter points.
 */
export function follow(
  session: Session,
  show: (shown: View) => void,
  point: (value: unknown) => void,
): void {
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

  const position = () => told && positionIn(session.runningOrder, told)
  const draw = () => {
    const text = wordsOf(told, lost, alone, position() !== undefined)
    setText(words, text)
    back.hidden = !alone
    again.hidden = text !== outdated
    box.classList.toggle('lost', lost)
  }
  const catchUp = () => {
    const wanted = position()
    if (told?.seq && wanted && !alone) {
      const view = { ...wanted, screen: told.screen }
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
    if (!looksAlike(before, session.view) && !moving && !found) leave()
  })
  // On a page that is read, scrolling is paging.
  for (const event of ['wheel', 'touchmove']) {
    addEventListener(
      event,
      () => document.documentElement.classList.contains('narrow') && leave(),
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
      // Within an epoch a lower `seq` is an older state that arrived late.
      const late = told && news.epoch === told.epoch && news.seq < told.seq
      if (!late) told = news
      catchUp()
    },
    point: (value) => alone || point(value),
    lose: () => {
      lost = true
      draw()
    },
  })
}
