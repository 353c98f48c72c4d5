import type { Session } from '../session/session.ts'
import { slidesIn } from '../ui/dom.ts'
import { rehide, type Slides, unhide } from './reveal.ts'

/** What carries how the page is shown, as classes. */
export const root = document.documentElement

/** Where the deck is presented; a phone held upright, or a page at 200 per cent, is read. */
export const wide = matchMedia('screen and (min-width: 700px)')

/** Whether the page is read, slide below slide, and not presented. */
export const isRead = (): boolean => root.classList.contains('reading')

/** The slide that is read: the last that has begun above the upper third. */
export const slideRead = (): string | undefined =>
  slidesIn(document)
    .filter((slide) => slide.getBoundingClientRect().top < innerHeight / 3)
    .at(-1)?.id

/** Brings a slide into view on a page that is read. */
export const scrollToSlide = (id: string): void => document.getElementById(id)?.scrollIntoView()

/**
 * Presents on a wide page and reads on a narrow one; `leave` ends what only presenting knows, and
 * `here` is the slide that was read till now.
 */
export function followWidth(
  slides: Slides,
  session: Session,
  leave: () => void,
  here?: string,
): void {
  const sections = slides.getSlides()
  const turn = () => {
    // Paper is not a screen, and no reason to turn.
    if (matchMedia('print').matches) return
    const reads = !wide.matches && !document.fullscreenElement
    if (reads === isRead()) return
    leave()
    root.classList.toggle('reading', reads)
    root.classList.toggle('presenting', !reads)
    if (reads) {
      unhide(sections)
      scrollToSlide(session.view.slide)
    } else {
      rehide(slides)
    }
  }
  wide.addEventListener('change', turn)
  addEventListener('fullscreenchange', turn)
  slides.on('slidechanged', () => {
    if (isRead()) unhide(sections)
  })
  root.classList.replace('reading', 'presenting')
  turn()
  // Starting took the slides off the page that was being read.
  if (here && isRead()) scrollToSlide(here)
}
