import { rehide, type Slides, unhide } from './reveal.ts'

/** All slides as a grid: arrow keys choose a slide, Enter or a click goes there, Escape returns. */
export interface Overview {
  isOpen(): boolean
  toggle(): void
  close(): void
}

/**
 * Creates the overview. The theme lays out the slides themselves as a grid while the root has the
 * class `overview`.
 */
export function slideOverview(slides: Slides, root: HTMLElement): Overview {
  const isOpen = () => root.classList.contains('overview')
  const show = () => {
    unhide(slides.getSlides())
    slides.getCurrentSlide().scrollIntoView({ block: 'nearest' })
  }

  const open = () => {
    root.classList.add('overview')
    show()
  }
  const close = () => {
    if (!isOpen()) return
    root.classList.remove('overview')
    rehide(slides)
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
