import { preference } from '../browser/preference.ts'

/**
 * Shows the scheme chosen before on this machine, else the system's, and returns the switch
 * between light and dark. A `button` always names the scheme it leads to.
 */
export function schemeSwitch(root: HTMLElement, button?: HTMLElement): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === 'dark' : system.matches)
  const label = () => {
    if (button) button.textContent = isDark() ? 'Nền sáng' : 'Nền tối'
  }
  const kept = preference('nen')
  const before = kept.read()
  if (before === 'light' || before === 'dark') root.dataset.scheme = before
  label()
  // A system may turn dark by itself, in the evening.
  system.addEventListener('change', label)
  return () => {
    root.dataset.scheme = isDark() ? 'light' : 'dark'
    kept.write(root.dataset.scheme)
    label()
  }
}
