import type { Slides } from './reveal.ts'

/** All slides as a grid: arrows choose, Enter or a click goes there, Escape returns. */
export interface Overview {
  isOpen(): boolean
  toggle(): void
  close(): void
}

/** The same boxes, smaller: the theme lays them out once the root carries the class. */
export function slideOverview(slides: Slides, root: HTMLElement): Overview {
  const isOpen = () => root.classList.contains('overview')
  // reveal.js takes slides that are not near off the page, and makes all but one inert.
  const show = () => {
    for (const slide of slides.getSlides()) {
      slide.style.removeProperty('display')
      for (const name of ['hidden', 'inert', 'aria-hidden']) slide.removeAttribute(name)
    }
    slides.getCurrentSlide().scrollIntoView({ block: 'nearest' })
  }

  const open = () => {
    root.classList.add('overview')
    show()
  }
  const close = () => {
    if (!isOpen()) return
    root.classList.remove('overview')
    // This makes reveal.js hide again what is not near.
    const { h, v, f } = slides.getIndices()
    slides.slide(h, v, f)
    scrollTo(0, 0)
  }

  slides.on('slidechanged', () => {
    if (isOpen()) show()
  })
  root.addEventListener(
    'click',
    (event) => {
      if (!isOpen() || !(event.target instanceof Element)) return
      const slide = event.target.closest('section')
      if (!slide) return
      event.preventDefault()
      slides.slide(slides.getSlides().indexOf(slide))
      close()
    },
    true,
  )
  return { isOpen, close, toggle: () => (isOpen() ? close() : open()) }
}
