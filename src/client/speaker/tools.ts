import { element } from '../ui/dom.ts'

/**
 * Opens the tools above their button, where the window has no room for a row of them; they close
 * after one was used, with a press elsewhere, and with the returned function.
 */
export function startTools(): () => void {
  const button = element('.open-tools')
  const tools = element('#tools')
  const open = (isOpen: boolean) => {
    tools.classList.toggle('open', isOpen)
    button.setAttribute('aria-expanded', String(isOpen))
  }
  const close = () => {
    if (tools.contains(document.activeElement)) button.focus()
    open(false)
  }
  button.addEventListener('click', () => open(!tools.classList.contains('open')))
  tools.addEventListener('click', close)
  addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !tools.contains(target) && !button.contains(target)) open(false)
  })
  return close
}
