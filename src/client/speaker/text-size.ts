import { preference } from '../browser/preference.ts'

/** Letter sizes of the notes, in pixels; 24 is the least a speaker at the lectern can read. */
const sizes = [24, 28, 32, 38, 46]

/** The size before any was chosen: a wide screen has room for a larger one. */
const usual = () => (innerWidth >= 1600 ? 2 : 0)

/** Sets the size of an element's letters, as it was set before on this machine. */
export function textSize(element: HTMLElement): Record<'larger' | 'smaller', () => void> {
  const kept = preference('co-chu')
  const before = sizes.indexOf(Number(kept.read()))
  let at = before < 0 ? usual() : before
  const set = (next: number) => {
    at = Math.min(Math.max(next, 0), sizes.length - 1)
    element.style.setProperty('--letters', `${sizes[at]}px`)
    kept.write(String(sizes[at]))
  }
  set(at)
  return { larger: () => set(at + 1), smaller: () => set(at - 1) }
}
