const steps = [1, 1.25, 1.5, 2, 3]

/** Magnifies the slide in steps; the point under the pointer stays where it is. */
export function magnifier(root: HTMLElement): Record<'larger' | 'smaller' | 'whole', () => void> {
  let at = 0
  const set = (next: number) => {
    at = Math.min(Math.max(next, 0), steps.length - 1)
    root.classList.toggle('magnified', at > 0)
    root.style.setProperty('--magnify', String(steps[at]))
  }
  addEventListener('pointermove', ({ clientX, clientY }) => {
    if (at === 0) return
    root.style.setProperty('--look-x', `${(100 * clientX) / innerWidth}%`)
    root.style.setProperty('--look-y', `${(100 * clientY) / innerHeight}%`)
  })
  return { larger: () => set(at + 1), smaller: () => set(at - 1), whole: () => set(0) }
}
