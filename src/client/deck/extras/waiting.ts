import waitingStyle from '../../../theme/deck/waiting.css?inline'
import { follows } from '../../browser/scope.ts'
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

/** An element with a class and a text. */
function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

/** The cover as the slides have it, to stand elsewhere: without ids, steps and links. */
function copyOfCover(): Node | undefined {
  const cover = document.querySelector('section[data-layout="cover"] > .page')
  if (!cover) return
  const copy = document.importNode(cover, true) as HTMLElement
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href')
  for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id')
  return copy
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
  /** That of the deck whose cover was copied; a follower's may get words of the presenter. */
  let { runningOrder } = session
  let [label, time, left] = [make('p', 'label'), make('span', 'numeral'), make('span', 'left')]

  const tick = () => {
    const { starts } = session.view
    const said = starts ? timeToStart(starts, Date.now()) : { label: '', time: '', left: '' }
    for (const [place, text] of [
      [label, said.label],
      [time, said.time],
      [left, said.left],
    ] as const) {
      if (place.textContent !== text) place.textContent = text
    }
    time.dataset.digit = said.time[0] ?? ''
    slide?.classList.toggle('soon', said.label !== '' && said.time === '')
  }
  const build = () => {
    slide = make('div', 'waiting')
    slide.dataset.layout = 'cover'
    const page = copyOfCover()
    if (page) slide.append(page)
    const start = make('div', 'start')
    const figures = make('p', 'figures')
    ;[label, time, left] = [make('p', 'label'), make('span', 'numeral'), make('span', 'left')]
    figures.append(time, ' ', left)
    start.append(label, figures)
    slide.querySelector('.focus')?.replaceWith(start)
    slide.classList.toggle('with-beside', beside !== undefined)
    if (beside) {
      const column = make('div', 'beside')
      column.append(beside)
      slide.querySelector('.main')?.append(column)
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
