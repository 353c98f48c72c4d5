import Reveal from 'reveal.js'
import { replaceAddress } from '../../browser/address.ts'
import { follows } from '../../browser/scope.ts'
import { element, slidesIn } from '../../ui/dom.ts'
import { type NearSlides, nearSlides } from './near-slides.ts'

/** The part of reveal.js that this deck uses. A test checks that a running reveal.js has it. */
export type Slides = Pick<
  InstanceType<typeof Reveal>,
  | 'slide'
  | 'next'
  | 'prev'
  | 'getIndices'
  | 'getCurrentSlide'
  | 'isPaused'
  | 'togglePause'
  | 'navigateFragment'
  | 'on'
>

/** The slides of a page that presents them. */
export interface Stage {
  readonly slides: Slides
  /** All slides in running order. */
  readonly sections: readonly HTMLElement[]
  /** Those of them that reveal.js has in its list. */
  readonly near: NearSlides
  /** Has `render` add or take away slides of the page; `sections` are then those that it left. */
  renew(render: () => void): void
}

/**
 * Starts reveal.js on the rendered slides, near the one at an index. It only moves between them;
 * address, keys, scale, controls, overview, print and announcements are handled by this deck.
 */
export async function startReveal(root: HTMLElement, index: number): Promise<Stage> {
  const sections = slidesIn(root)
  const near = nearSlides(root, element('.slides', root), sections)
  near.bring(index)
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
  const ready = deck.initialize()
  // The one in the build starts at once, and says so later.
  if (!deck.isReady()) await ready
  deck.slide(near.at(index))
  // reveal.js sets the role `application`, which disables a screen reader's reading keys, and reads
  // every slide out in full. The deck announces number and name instead.
  root.removeAttribute('role')
  root.querySelector('.aria-status')?.remove()
  return {
    slides: deck,
    sections,
    near,
    renew(render) {
      near.renew(() => {
        render()
        sections.splice(0, sections.length, ...slidesIn(root))
      })
    },
  }
}
