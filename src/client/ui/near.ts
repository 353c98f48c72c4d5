import { make } from './dom.ts'

/** Calls back once for each observed element, when it comes within a margin of what `root` shows. */
export function whenNear(
  root: Element,
  rootMargin: string,
  draw: (place: Element) => void,
): IntersectionObserver {
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        draw(target)
      }
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
