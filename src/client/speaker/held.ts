import { indexOf, slideAt } from '../../model/deck/running-order.ts'
import type { Session } from '../session/session.ts'
import { slideInWords, stepInWords, viewInWords } from '../ui/announce.ts'
import { element, setText } from '../ui/dom.ts'
import type { PrivateView } from './private-view.ts'

/** Says, for as long as the audience's slide is held, which one it is; returns a function that draws it. */
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

/** Announces what the audience sees, and, while that is held, what this screen shows instead. */
export function announceBoth(announcer: HTMLElement, session: Session, view: PrivateView): void {
  const { runningOrder } = session
  const now = () => ({
    isHeld: view.isHeld,
    audience: viewInWords(runningOrder, session.view),
    own: slideInWords(runningOrder, view.position.slide),
  })
  let before = now()
  const look = () => {
    const { isHeld, audience, own } = now()
    const words = isHeld
      ? [
          !before.isHeld &&
            `Đang giữ màn chiếu ở trang ${indexOf(runningOrder, session.view.slide) + 1}`,
          audience !== before.audience && `Màn chiếu: ${audience}`,
          own !== before.own && `Xem riêng: ${own}`,
        ]
      : [
          before.isHeld && 'Thôi giữ màn chiếu',
          (before.isHeld || audience !== before.audience) && audience,
        ]
    before = { isHeld, audience, own }
    const said = words.filter(Boolean).join('. ')
    if (said) announcer.textContent = said
  }
  session.onChange(look)
  view.onChange(look)
}
