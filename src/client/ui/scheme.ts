import { preference } from '../browser/preference.ts'

const kept = preference('nen')

/** Applies the scheme chosen on this machine before, if any. */
export function applyScheme(root: HTMLElement): void {
  const before = kept.read()
  if (before === 'light' || before === 'dark') root.dataset.scheme = before
}

/**
 * Applies the scheme chosen on this machine before, or the system's, and returns a function that
 * toggles it. The label of `button` names the scheme it leads to.
 */
export function schemeSwitch(root: HTMLElement, button?: HTMLElement): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === 'dark' : system.matches)
  const label = () => {
    if (button) button.textContent = isDark() ? 'Nền sáng' : 'Nền tối'
  }
  applyScheme(root)
  label()
  // The system may switch by itself, such as in the evening.
  system.addEventListener('change', label)
  return () => {
    root.dataset.scheme = isDark() ? 'light' : 'dark'
    kept.write(root.dataset.scheme)
    label()
  }
}
