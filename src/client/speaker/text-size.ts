import { preference } from '../browser/preference.ts'

/**
 * Text sizes of the notes, in px where the browser's letters have 16, else in proportion; 24 is the
 * smallest that a speaker at a lectern can read.
 */
const sizes = [24, 28, 32, 38, 46]

/** The initial size: a wide screen has space for a larger one. */
const usual = () => (innerWidth >= 1600 ? 2 : 0)

/** Applies the text size that was set on this machine before, and returns the two commands. */
export function textSize(element: HTMLElement): Record<'larger' | 'smaller', () => void> {
  const kept = preference('co-chu')
  const before = sizes.indexOf(Number(kept.read()))
  let at = before < 0 ? usual() : before
  const set = (next: number) => {
    at = Math.min(Math.max(next, 0), sizes.length - 1)
    element.style.setProperty('--letters', `${(sizes[at] ?? 0) / 16}rem`)
    kept.write(String(sizes[at]))
  }
  set(at)
  return { larger: () => set(at + 1), smaller: () => set(at - 1) }
}
