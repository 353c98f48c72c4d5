import { stateLine } from './dom.ts'

/**
 * Shows what does not work because a lazily loaded module failed to load: the connection broke, or
 * a new build has replaced the page's. Only a reload helps, so it offers one.
 */
export function sayUnloaded(place: HTMLElement, what: string): void {
  const [words, again] = stateLine('Tải lại')
  words.textContent = what
  words.className = 'live-state lost'
  again.addEventListener('click', () => location.reload())
  place.append(words, again)
}
