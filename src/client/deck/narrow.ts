import { indexOf } from '../../model/deck/running-order.ts'
import type { Session } from '../session/session.ts'
import { slidesIn } from '../ui/dom.ts'
import { wide } from './first/wide.ts'
import type { Stage } from './stage/reveal.ts'

/** The root element, whose classes say how the page is shown. */
export const root = document.documentElement

/** Shows the slides that reveal.js hides, and makes them accessible again. */
export function unhide(sections: readonly HTMLElement[]): void {
  for (const section of sections) {
    section.style.removeProperty('display')
    for (const name of ['hidden', 'inert', 'aria-hidden']) section.removeAttribute(name)
  }
}

/** Whether the page shows the slides one below another, to read, and does not present. */
export const isRead = (): boolean => root.classList.contains('narrow')

/**
 * The id of the slide being read: the last one whose top is in the upper third of the window or
 * above it. Undefined above the first slide.
 */
export const slideRead = (): string | undefined =>
  slidesIn(document)
    .filter((slide) => slide.getBoundingClientRect().top < innerHeight / 3)
    .at(-1)?.id

/** Scrolls to a slide on a page that is read. */
export const scrollToSlide = (id: string): void => document.getElementById(id)?.scrollIntoView()

/**
 * Presents while the page is wide or in full screen, and shows the slides to read while it is
 * narrow. `leave` closes what exists only while presenting; `here` is the id of the slide that was
 * being read before.
 */
export function followWidth(
  { slides, near, sections }: Stage,
  session: Session,
  leave: () => void,
  here?: string,
): void {
  const turn = () => {
    // Paper is no screen, so `wide` changes while printing; that must not switch the page.
    if (matchMedia('print').matches) return
    const reads = !wide.matches && !document.fullscreenElement
    if (reads === isRead()) return
    leave()
    root.classList.toggle('narrow', reads)
    root.classList.toggle('presenting', !reads)
    near.showAll(reads)
    // reveal.js hides distant slides again.
    const { slide, step } = session.view
    slides.slide(near.at(indexOf(session.runningOrder, slide)), 0, step - 1)
    if (reads) {
      unhide(sections)
      scrollToSlide(slide)
    } else {
      scrollTo(0, 0)
    }
  }
  wide.addEventListener('change', turn)
  addEventListener('fullscreenchange', turn)
  slides.on('slidechanged', () => {
    if (isRead()) unhide(sections)
  })
  root.classList.replace('narrow', 'presenting')
  turn()
  // reveal.js hid the slides as it started, which lost the scroll position.
  if (here && isRead()) scrollToSlide(here)
}
