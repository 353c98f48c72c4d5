import Reveal from 'reveal.js'

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
  | 'sync'
  | 'on'
>

/**
 * Starts reveal.js on the markup that is there. It moves the slides and keeps the address; keys,
 * scale, controls, overview, print and announcements are the deck's own.
 */
export async function startReveal(root: HTMLElement): Promise<Slides> {
  // reveal.js takes any option from the query string, above those given here.
  if (location.search) history.replaceState(null, '', location.pathname + location.hash)
  const deck = new Reveal(root, {
    disableLayout: true,
    center: false,
    hash: true,
    fragmentInURL: true,
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
