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
