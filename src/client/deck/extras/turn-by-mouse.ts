import { preference } from '../../browser/preference.ts'
import { follows } from '../../browser/scope.ts'
import type { Presenting } from './presenting.ts'
import { Wheel } from './wheel.ts'

/** Whether a click turns the page: «0» if it was switched off on this machine. */
const kept = preference('bam-sang-trang')

/** The second click of a double click comes within this time, in ms. */
const twice = 250

/** A click that also brings the window to the front comes this soon after it, in ms. */
const waking = 250

/** How far the pointer may slip during a click, in pixels; further, it is a drag. */
const slip = 10

/** Matches in full screen, also in one that the browser's own command opened. */
const filled = matchMedia('(display-mode: fullscreen)')

const root = document.documentElement

/** Where and how the pointer went down. */
interface Press {
  readonly x: number
  readonly y: number
  readonly touch: boolean
  /** Whether it also brought the window to the front, or took back a selection. */
  readonly spent: boolean
}

const hasSelection = () => getSelection()?.isCollapsed === false

/** Whether a click there means the slide, and nothing that stands on it or above it. */
function isSlide(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target === root || target === document.body) return true
  return target.closest('.reveal') !== null && !target.closest('a, button, input')
}

/** Whether what stands instead of the slide is there. */
const isCover = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.pause-overlay') !== null

/** Whether a key is held, so that the browser means something else, such as zooming. */
const isHeld = ({ ctrlKey, shiftKey, altKey, metaKey }: MouseEvent) =>
  ctrlKey || shiftKey || altKey || metaKey

/** Offers the switch in the menu; the returned function tells whether it is on. */
function turnSwitch(): () => boolean {
  let on = kept.read() !== '0'
  const button = document.querySelector('.menu [role="switch"]')
  const draw = () => {
    button?.setAttribute('aria-checked', String(on))
    button?.querySelector('b')?.replaceChildren(on ? 'Bật' : 'Tắt')
  }
  button?.addEventListener('click', () => {
    on = !on
    kept.write(on ? '1' : '0')
    draw()
  })
  draw()
  button?.parentElement?.removeAttribute('hidden')
  return () => on
}

/**
 * Has a click, a tap and a wheel turn the page while a talk is shown in full screen. Before that a
 * click only shows the buttons, which say how to begin; while the window is zoomed into it, and on a
 * page that is read, it does nothing. A follower's page is turned by its presenter.
 */
export function turnByMouse({ session, run, isRead }: Presenting): void {
  if (follows) return
  const isOn = turnSwitch()
  const wheel = new Wheel()
  let focused = Number.NEGATIVE_INFINITY
  let turned = Number.NEGATIVE_INFINITY
  let press: Press | undefined

  // A phone without full screen presents in its window.
  const isFull = () =>
    document.fullscreenElement ||
    filled.matches ||
    (session.view.started && !root.requestFullscreen)
  const isZoomed = () => root.classList.contains('magnified') || (visualViewport?.scale ?? 1) > 1.01
  const turns = ({ target }: Event) =>
    isOn() && isFull() && !isRead() && !isZoomed() && isSlide(target)
  const turn = (command: 'next' | 'previous') => {
    run(command)
    // As after a key: no buttons stay on the audience's screen. Whoever shows them hears of the click
    // too, before this or after it.
    setTimeout(() => root.classList.remove('pointing'))
  }

  addEventListener('focus', ({ timeStamp }) => {
    focused = timeStamp
  })
  addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y, pointerType, timeStamp }) => {
      const spent = timeStamp - focused < waking || hasSelection()
      press = { x, y, touch: pointerType === 'touch', spent }
    },
    true,
  )
  // A double click would select a word of the slide that it has turned to.
  addEventListener('mousedown', (event) => {
    if (event.detail > 1 && turns(event)) event.preventDefault()
  })
  addEventListener('click', (event) => {
    const { target, clientX, clientY, detail, timeStamp } = event
    if (!press || press.spent || detail === 0 || !turns(event) || isHeld(event)) return
    if (Math.hypot(clientX - press.x, clientY - press.y) > slip || hasSelection()) return
    // There a finger finds the buttons.
    if (press.touch && clientY > (innerHeight * 7) / 8) return
    const again = timeStamp - turned < twice
    turned = timeStamp
    // A click on what stands instead of the slide has brought it back already.
    if (again || isCover(target)) return
    turn(press.touch && clientX < innerWidth / 2 ? 'previous' : 'next')
  })
  addEventListener(
    'wheel',
    (event) => {
      if (!turns(event) || isHeld(event)) return
      let steps = wheel.steps(event)
      if (session.view.screen !== 'slide') {
        // Brings the slide back, and no more.
        steps = Math.sign(steps)
        if (steps) wheel.spend()
      }
      for (let at = 0; at < Math.abs(steps); at++) turn(steps > 0 ? 'next' : 'previous')
    },
    { passive: true },
  )
}
