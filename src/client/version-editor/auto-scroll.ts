/** How near to an edge of the window it scrolls, in pixels, and how far a frame at the most. */
const edge = 96
const most = 24

/** How far to scroll for a pointer at a height: more the nearer it is to an edge, up is negative. */
function paceAt(y: number): number {
  const [top, bottom] = [edge - y, y - (innerHeight - edge)]
  if (top <= 0 && bottom <= 0) return 0
  return top > 0 ? -Math.min(1, top / edge) * most : Math.min(1, bottom / edge) * most
}

/**
 * Scrolls the page while a pointer is held near an edge of the window, as far as the rows reach;
 * `moved` is called after each step.
 */
export function autoScroll(rows: () => readonly HTMLElement[], moved: () => void) {
  let frame = 0
  let y = 0
  const step = () => {
    const all = rows()
    const pace = paceAt(y)
    const top = all[0]?.getBoundingClientRect().top ?? 0
    const bottom = all.at(-1)?.getBoundingClientRect().bottom ?? 0
    const isThere = pace < 0 ? top > edge : bottom < innerHeight - edge
    frame = 0
    if (pace === 0 || isThere) return
    scrollBy({ top: pace, behavior: 'instant' })
    moved()
    frame = requestAnimationFrame(step)
  }
  return {
    /** Says where the pointer is. */
    at(height: number) {
      y = height
      frame ||= requestAnimationFrame(step)
    },
    stop() {
      cancelAnimationFrame(frame)
    },
  }
}
