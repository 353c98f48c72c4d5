import { type Pointed, pointedIn } from '../../model/talk/pointed.ts'
import type { Session } from '../session/session.ts'
import '../../theme/pointer/pointer.css'
import { Aim } from './aim.ts'
import { Dot } from './dot.ts'
import { Spotlight } from './spotlight.ts'

/** How long the pointer stays without being heard of again, in ms. */
const patience = 1000

/** The pointer of a window. */
export interface Pointer {
  /** Shows where the presenter points; `value` is unchecked. */
  show(value: unknown): void
  /** Points until the key or the mouse's button comes up, wherever that is. */
  hold(what: 'key' | 'mouse'): void
  /** Points until the next call, or until `stop`. */
  toggle(): void
  stop(): void
  /** Moves the spotlight by a row: see `Spotlight`. */
  light(way: 1 | -1): void
  /** Looks for the spotlight's row anew, after the window has come to show the slide or left it. */
  look(): void
}

/** Who is told what the pointer does. */
export interface Told {
  /** Called with each place that this window or another one points at. */
  pass?: (pointed: Pointed) => void
  /** Called when `toggle` or `stop` have switched the pointer on or off. */
  switched?: (isOn: boolean) => void
}

/**
 * Shows on a window's slide where the presenter points, here or elsewhere, and follows mouse or
 * finger over it while asked to. `told` is told of it.
 */
export function startPointer(
  session: Session,
  slide: () => HTMLElement | null | undefined,
  told: Told,
): Pointer {
  const dot = new Dot()
  let silence: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(silence)
    dot.hide()
  }
  /** A page that is read lays its slides out anew: the same place shows something else there. */
  const stage = () => (document.documentElement.classList.contains('narrow') ? undefined : slide())
  const draw = ({ slide: id, at }: Pointed, glides: boolean) => {
    const { view } = session
    const section = stage()
    if (!at || !section || id !== view.slide || view.screen !== 'slide') return hide()
    dot.put(section, at, glides)
    clearTimeout(silence)
    silence = setTimeout(hide, patience)
  }
  const aim = new Aim({
    section: () => (session.view.screen === 'slide' ? stage() : undefined),
    see: (at) => draw({ slide: session.view.slide, at }, false),
    tell: (at) => {
      const pointed = { slide: session.view.slide, at }
      session.point(pointed)
      told.pass?.(pointed)
    },
    switched: (isOn) => told.switched?.(isOn),
  })
  session.onChange((before) => {
    const { slide, screen } = session.view
    if (slide === before.slide && screen === before.screen) return
    // Mouse and finger have not moved: they mean nothing on the new slide yet.
    aim.forget()
    hide()
  })
  addEventListener('beforeprint', hide)
  const spotlight = new Spotlight(session, slide)
  return {
    show(value) {
      const pointed = pointedIn(value)
      if (!pointed) return
      draw(pointed, true)
      told.pass?.(pointed)
    },
    hold: (what) => aim.begin(what),
    toggle: () => aim.toggle(),
    stop: () => aim.stop(),
    light: (way) => spotlight.move(way),
    look: () => spotlight.draw(),
  }
}
