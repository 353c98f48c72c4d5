import { isPacked } from '../browser/scope.ts'

/** Fetches the deck's style as a file, where a policy lets none stand in the page. */
export function fetchStyle(): void {
  // Its own policy knows the style in it.
  if (isPacked) return
  const style = document.querySelector<HTMLStyleElement>('style[data-file]')
  if (!style || style.sheet) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = style.dataset.file ?? ''
  style.after(link)
}
