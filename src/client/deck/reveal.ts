import Reveal from 'reveal.js'
import { replaceAddress } from '../browser/address.ts'
import { follows } from '../browser/scope.ts'

/** The part of reveal.js that this deck uses; a test holds it against a running deck. */
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
 * Starts reveal.js on the markup that is there. It moves the slides; address, keys, scale,
 * controls, overview, print and announcements are the deck's own.
 */
export async function startReveal(root: HTMLElement): Promise<Slides> {
  // reveal.js takes any option from the query string, above those given here.
  if (location.search) {
    // The whole address: a path that begins with two slashes would name another server.
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
  // It claims to be an application, which silences a screen reader's reading keys, and it reads
  // every slide aloud in full; the deck announces number and name instead.
  root.removeAttribute('role')
  root.querySelector('.aria-status')?.remove()
  return deck
}

/** Takes back what reveal.js does to the slides it does not show: off the page, and inert. */
export function unhide(sections: readonly HTMLElement[]): void {
  for (const section of sections) {
    section.style.removeProperty('display')
    for (const name of ['hidden', 'inert', 'aria-hidden']) section.removeAttribute(name)
  }
}

/** Lets reveal.js hide again what is not near. */
export function rehide(slides: Slides): void {
  const { h, v, f } = slides.getIndices()
  slides.slide(h, v, f)
  scrollTo(0, 0)
}
