import type { Command } from './keyboard.ts'

/** How long the toolbar and the pointer stay after the pointer's last move, in milliseconds. */
const rest = 3000

/** Shows the buttons while the pointer moves, and gives their commands. */
export function startToolbar(
  toolbar: HTMLElement,
  root: HTMLElement,
  run: (command: Command) => void,
): void {
  toolbar.hidden = false
  toolbar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    // The buttons are rendered from a list of commands.
    if (button) run(button.dataset.command as Command)
  })
  let timer = 0
  const point = () => {
    root.classList.add('pointing')
    clearTimeout(timer)
    timer = setTimeout(() => root.classList.remove('pointing'), rest) as unknown as number
  }
  addEventListener('pointermove', point)
  addEventListener('pointerdown', point)
}
