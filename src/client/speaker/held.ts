import { indexOf, slideAt } from '../../model/deck/running-order.ts'
import type { Session } from '../session/session.ts'
import { slideInWords, stepInWords, viewInWords } from '../ui/announce.ts'
import { element, setText } from '../ui/dom.ts'
import type { PrivateView } from './private-view.ts'

/** Says, for as long as the hall is held, which slide it shows; returns a function that draws it. */
export function heldBar(session: Session, view: PrivateView): () => void {
  const bar = element('.held')
  const bring = element('[data-command="bring"]', bar)
  const release = element('[data-command="hold"] span', bar)
  const tool = element('#tools [data-command="hold"]')
  const root = document.documentElement
  return () => {
    const { isHeld, isElsewhere } = view
    const { slide, step } = session.view
    const index = indexOf(session.runningOrder, slide)
    const { name, steps } = slideAt(session.runningOrder, index)
    const at = [`${index + 1}`, stepInWords(step, steps)].filter(Boolean).join(', ')
    setText(element('b', bar), `Đang giữ màn chiếu ở trang ${at}`)
    setText(element('p span', bar), name)
    setText(release, isElsewhere ? 'Về trang đang chiếu' : 'Thôi giữ')
    bar.hidden = !isHeld
    bring.hidden = !isElsewhere
    tool.setAttribute('aria-pressed', String(isHeld))
    root.classList.toggle('holding', isHeld)
    root.classList.toggle('elsewhere', isElsewhere)
  }
}

/** Announces what the hall shows, and, while it is held, what this screen shows before it. */
export function announceBoth(announcer: HTMLElement, session: Session, view: PrivateView): void {
  const { runningOrder } = session
  const now = () => ({
    isHeld: view.isHeld,
    hall: viewInWords(runningOrder, session.view),
    own: slideInWords(runningOrder, view.position.slide),
  })
  let before = now()
  const look = () => {
    const { isHeld, hall, own } = now()
    const words = isHeld
      ? [
          !before.isHeld &&
            `Đang giữ màn chiếu ở trang ${indexOf(runningOrder, session.view.slide) + 1}`,
          hall !== before.hall && `Màn chiếu: ${hall}`,
          own !== before.own && `Xem riêng: ${own}`,
        ]
      : [before.isHeld && 'Thôi giữ màn chiếu', (before.isHeld || hall !== before.hall) && hall]
    before = { isHeld, hall, own }
    const said = words.filter(Boolean).join('. ')
    if (said) announcer.textContent = said
  }
  session.onChange(look)
  view.onChange(look)
}
