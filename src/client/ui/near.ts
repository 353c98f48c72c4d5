import { make } from './dom.ts'

/** How long places may be drawn and laid out in one frame, in ms. */
const share = 12

/**
 * Calls back once for each observed element, when it comes within a margin of what `root` shows. If
 * many come at once, they are drawn over several frames, so that a slow machine still takes keys.
 */
export function whenNear(
  root: Element,
  rootMargin: string,
  draw: (place: Element) => void,
): IntersectionObserver {
  const waiting: Element[] = []
  const drawSome = () => {
    const start = performance.now()
    do {
      const place = waiting.shift()
      if (!place) return
      draw(place)
      // Lays it out now, because that takes most of the time.
      place.getBoundingClientRect()
    } while (performance.now() - start < share)
    requestAnimationFrame(drawSome)
  }
  const observer = new IntersectionObserver(
    (seen) => {
      const isDrawing = waiting.length > 0
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        waiting.push(target)
      }
      if (!isDrawing) drawSome()
    },
    { root, rootMargin },
  )
  return observer
}

/**
 * A frame for the picture of a slide in a link or a button: that is what is read out, focused and
 * clicked, and not the picture.
 */
export function pictureFrame(): HTMLSpanElement {
  const frame = make('span', { className: 'picture', inert: true })
  frame.setAttribute('aria-hidden', 'true')
  return frame
}
