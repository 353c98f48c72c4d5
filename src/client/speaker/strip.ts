import { indexOf, type Position } from '../../model/deck/running-order.ts'
import type { Session } from '../session/session.ts'
import { copyOf, element, make } from '../ui/dom.ts'
import { pictureFrame, whenNear } from '../ui/near.ts'
import type { PrivateView } from './private-view.ts'

/** The strip of all slides. */
interface Strip {
  toggle(): void
  close(): void
  /** Whether a key is the strip's: it has the focus, and the key chooses a slide there. */
  takes(key: string): boolean
}

/** How far beyond the strip's edges pictures are drawn already. */
const margin = '0px 50%'

/** Marks, in words, what the audience sees and what only this screen shows. */
const marks = { audience: 'Đang chiếu', own: 'Đang xem' } as const

/** A button with an empty frame for a slide's picture, the slide's number and its mark. */
function thumbnail(number: number, { id, name }: { id: string; name: string }): HTMLButtonElement {
  const title = make('span', { className: 'unseen' }, name)
  const caption = make('span', { className: 'caption' }, `${number} `, title, ' ', make('b'))
  const button = make('button', { type: 'button', tabIndex: -1 }, pictureFrame(), caption)
  button.dataset.of = id
  return button
}

/**
 * The strip of all slides below the notes. Choosing one holds the audience's slide and looks at
 * it in private, so that nobody else sees a search; nothing is held while the strip is only open. Pictures
 * are drawn as they come near, so that a long deck opens as fast as a short one.
 */
export function slideStrip(
  session: Session,
  view: PrivateView,
  slides: readonly HTMLElement[],
): Strip {
  const { runningOrder } = session
  const strip = element('.strip')
  const row = element('ol', strip)
  const tool = element('#tools [data-command="overview"]')
  const buttons: HTMLButtonElement[] = []
  const isOpen = () => !strip.hidden

  const fill = () => {
    const near = whenNear(row, margin, (picture) => {
      const slide = slides[buttons.findIndex((button) => button.contains(picture))]
      if (slide) picture.append(copyOf(slide))
    })
    runningOrder.forEach((info, index) => {
      const button = thumbnail(index + 1, info)
      const isFirst = info.part !== (runningOrder[index - 1]?.part ?? '')
      buttons.push(button)
      row.append(make('li', {}, make('p', {}, isFirst ? info.part : ''), button))
      near.observe(element('.picture', button))
    })
  }
  const current = () => buttons[indexOf(runningOrder, view.position.slide)]
  /** Scrolls the strip alone, never the page, until the slide looked at is in the middle. */
  const reveal = () => {
    const button = current()
    if (!button) return
    const [box, its] = [row.getBoundingClientRect(), button.getBoundingClientRect()]
    row.scrollLeft += its.left - box.left - (box.width - its.width) / 2
  }
  let shown: Position | undefined
  const draw = () => {
    if (!isOpen()) return
    const own = view.position
    for (const button of buttons) {
      const slide = button.dataset.of
      const isOwn = slide === own.slide
      const mark = slide === session.view.slide ? 'audience' : isOwn ? 'own' : undefined
      button.tabIndex = isOwn ? 0 : -1
      button.dataset.mark = mark ?? ''
      button.toggleAttribute('data-own', isOwn)
      if (isOwn) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
      element('.caption b', button).textContent = mark ? marks[mark] : ''
    }
    // The focus goes along, with a clicker's moves too.
    if (row.contains(document.activeElement)) current()?.focus({ preventScroll: true })
    if (own.slide !== shown?.slide) reveal()
    shown = own
  }
  const show = (opens: boolean) => {
    const hadFocus = strip.contains(document.activeElement)
    strip.hidden = !opens
    tool.setAttribute('aria-pressed', String(opens))
    document.documentElement.classList.toggle('with-strip', opens)
    if (opens) {
      if (buttons.length === 0) fill()
      shown = undefined
      draw()
      current()?.focus({ preventScroll: true })
    } else if (hadFocus && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur()
    }
  }
  show(false)

  row.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button) view.preview(buttons.indexOf(button))
  })
  row.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
    if (ctrlKey || altKey || metaKey) return
    const at = indexOf(runningOrder, view.position.slide)
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[key]
    if (to !== undefined && buttons[to]) view.preview(to)
  })
  // A mouse has a wheel for one direction.
  row.addEventListener(
    'wheel',
    (event) => {
      if (event.deltaX !== 0 || event.ctrlKey) return
      event.preventDefault()
      row.scrollLeft += event.deltaY
    },
    { passive: false },
  )
  element('.close', strip).addEventListener('click', () => show(false))
  new ResizeObserver(() => isOpen() && reveal()).observe(row)
  session.onChange(draw)
  view.onChange(draw)
  return {
    toggle: () => show(!isOpen()),
    close: () => show(false),
    takes: (key) =>
      /^(Arrow(Left|Right)|Home|End)$/.test(key) && row.contains(document.activeElement),
  }
}
