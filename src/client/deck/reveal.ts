import Reveal from 'reveal.js'
import { replaceAddress } from '../browser/address.ts'
import { follows } from '../browser/scope.ts'

/** The part of reveal.js that this deck uses. A test checks that a running reveal.js has it. */
export type Slides = Pick<
  InstanceType<typeof Reveal>,
  | 'slide'
  | 'next'
  | 'prev'
  | 'getIndices'
  | 'getCurrentSlide'
  | 'getSlides'
  | 'isPaused'
  | 'togglePause'
  | 'navigateFragment'
  | 'on'
>

/**
 * Starts reveal.js on the rendered slides. It only moves between them; address, keys, scale,
 * controls, overview, print and announcements are handled by this deck.
 */
export async function startReveal(root: HTMLElement): Promise<Slides> {
  // The query string overrides every option below, so it is removed first.
  if (location.search) {
    // A full URL, because a path that begins with two slashes would be read as another host.
    const query = follows ? '?theo' : ''
    replaceAddress(location.href.replace(/\?[^#]*/, query))
  }
  const deck = new Reveal(root, {
    disableLayout: true,
    center: false,
    fragmentInURL: true,
    respondToHashChanges: false,
    transition: 'none',
    backgroundTransition: 'none',
    keyboard: false,
    controls: false,
    progress: false,
    overview: false,
    help: false,
    jumpToSlide: false,
    autoAnimate: false,
    postMessage: false,
    postMessageEvents: false,
    focusBodyOnPageVisibilityChange: false,
    scrollActivationWidth: 0,
    viewDistance: 2,
    mobileViewDistance: 2,
  })
  await deck.initialize()
  // reveal.js sets the role `application`, which disables a screen reader's reading keys, and reads
  // every slide out in full. The deck announces number and name instead.
  root.removeAttribute('role')
  root.querySelector('.aria-status')?.remove()
  return deck
}

/** Shows the slides that reveal.js hides, and makes them accessible again. */
export function unhide(sections: readonly HTMLElement[]): void {
  for (const section of sections) {
    section.style.removeProperty('display')
    for (const name of ['hidden', 'inert', 'aria-hidden']) section.removeAttribute(name)
  }
}

/** Lets reveal.js hide distant slides again, and scrolls to the top. */
export function rehide(slides: Slides): void {
  const { h, v, f } = slides.getIndices()
  slides.slide(h, v, f)
  scrollTo(0, 0)
}
