const key = 'bao-cao-vien:nen'

const stored = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const store = (scheme: string): void => {
  try {
    localStorage.setItem(key, scheme)
  } catch {
    // Forbidden here: the choice holds for this page only.
  }
}

/**
 * Shows the scheme chosen before on this machine, else the system's, and returns the switch
 * between light and dark. `button` always names the scheme it leads to.
 */
export function schemeSwitch(root: HTMLElement, button: HTMLElement | null): () => void {
  const isDark = () =>
    root.dataset.scheme
      ? root.dataset.scheme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
  const label = () => {
    if (button) button.textContent = isDark() ? 'Nền sáng' : 'Nền tối'
  }
  const before = stored()
  if (before === 'light' || before === 'dark') root.dataset.scheme = before
  label()
  return () => {
    root.dataset.scheme = isDark() ? 'light' : 'dark'
    store(root.dataset.scheme)
    label()
  }
}
