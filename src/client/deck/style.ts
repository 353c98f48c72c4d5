import { isPacked } from '../browser/scope.ts'

/** Loads the deck's stylesheet as a file where the host's policy blocks the inlined one. */
export function fetchStyle(): void {
  // A packed file's own policy allows its inlined styles.
  if (isPacked) return
  const style = document.querySelector<HTMLStyleElement>('style[data-file]')
  if (!style || style.sheet) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = style.dataset.file ?? ''
  style.after(link)
}
