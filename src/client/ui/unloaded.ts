import { stateLine } from './dom.ts'

/**
 * Says what does not work where a part of the page that comes later did not come: the line broke, or
 * a new build took the place of the one that the page is of. Only loading the page again helps.
 */
export function sayUnloaded(place: HTMLElement, what: string): void {
  const [words, again] = stateLine('Tải lại')
  words.textContent = what
  words.className = 'live-state lost'
  again.addEventListener('click', () => location.reload())
  place.append(words, again)
}
