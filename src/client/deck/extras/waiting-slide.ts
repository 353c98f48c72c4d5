import waitingStyle from '../../../theme/deck/waiting.css?inline'
import { follows } from '../../browser/scope.ts'
import { copyOf, make, setText } from '../../ui/dom.ts'
import { clockAhead } from './clock-ahead.ts'
import type { Presenting } from './presenting.ts'
import { timeToStart } from './time-to-start.ts'

/** How often the time is looked at, in ms. */
const pace = 250

/** What may be added to the waiting slide. */
export interface WaitingSlide {
  /**
   * Shows something in the column on the right, such as the address for viewers with its code, or
   * nothing: without it, there is no such column.
   */
  setBeside(content: Node | undefined): void
}

/** A copy of what stands on the cover, to stand elsewhere. */
function copyOfCover(): Element | null {
  const cover = document.querySelector<HTMLElement>('section[data-layout="cover"]')
  return cover && copyOf(cover).querySelector('.page')
}

/**
 * Shows, while the view is waiting, the deck's cover with the time to the start in the place of its
 * focus. It stands in what reveal.js lays over the slides, so that a click brings the slide back.
 */
export function showWaiting({ session }: Presenting): WaitingSlide {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(waitingStyle)
  document.adoptedStyleSheets.push(sheet)
  const overlay = document.querySelector('.pause-overlay')
  overlay?.classList.toggle('following', follows)
  let beside: Node | undefined
  let ticking: ReturnType<typeof setInterval> | undefined
  let slide: HTMLElement | undefined
  /** How far the clock by which the talk begins is ahead of a follower's own, in ms. */
  let ahead = 0
  /** That of the deck whose cover was copied; a follower's may get words of the presenter. */
  let { runningOrder } = session
  const label = make('p', { className: 'label' })
  const time = make('span', { className: 'numeral' })
  const left = make('span', { className: 'left' })

  const tick = () => {
    const { starts } = session.view
    const said = starts
      ? timeToStart(starts, Date.now() + ahead)
      : { label: '', time: '', left: '' }
    setText(label, said.label)
    setText(time, said.time)
    setText(left, said.left)
    time.dataset.digit = said.time[0] ?? ''
    slide?.classList.toggle('soon', said.label !== '' && said.time === '')
  }
  const build = () => {
    slide = make('div', { className: 'waiting' })
    slide.dataset.layout = 'cover'
    const page = copyOfCover()
    if (page) slide.append(page)
    const figures = make('p', { className: 'figures' }, time, ' ', left)
    const start = make('div', { className: 'start' }, label, figures)
    slide.querySelector('.focus')?.replaceWith(start)
    slide.classList.toggle('with-beside', beside !== undefined)
    if (beside) {
      slide.querySelector('.main')?.append(make('div', { className: 'beside' }, beside))
    }
    overlay?.replaceChildren(slide)
  }
  const draw = () => {
    const waits = session.view.screen === 'waiting'
    const isSame = runningOrder === session.runningOrder
    if (waits === (ticking !== undefined) && isSame) return waits && tick()
    runningOrder = session.runningOrder
    clearInterval(ticking)
    ticking = waits ? setInterval(tick, pace) : undefined
    if (waits) build()
    else overlay?.replaceChildren()
    if (!import.meta.env.PACKED && waits && follows) {
      void clockAhead().then((time) => {
        ahead = time
      })
    }
    tick()
  }
  session.onChange(draw)
  draw()
  return {
    setBeside(content) {
      beside = content
      if (ticking === undefined) return
      build()
      tick()
    },
  }
}
