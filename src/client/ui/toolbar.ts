import type { Command } from '../../model/talk/command.ts'

/** Gives the commands of the buttons below an element. */
export function obeyButtons(root: Node, run: (command: Command) => void): void {
  root.addEventListener('click', (event) => {
    const { target } = event
    const button = target instanceof Element ? target.closest('button') : null
    if (!button?.dataset.command) return
    // Pressed with the pointer, it must not keep the next Space or Enter for itself.
    if ((event as MouseEvent).detail > 0) button.blur()
    button.closest('dialog')?.close()
    // The buttons are rendered from the table of commands.
    run(button.dataset.command as Command)
  })
}

/** How long the toolbar and the pointer stay after the pointer's last move, in milliseconds. */
const rest = 3000

/** Shows the buttons while the pointer moves, and gives their commands. */
export function startToolbar(
  toolbar: HTMLElement,
  root: HTMLElement,
  run: (command: Command) => void,
): void {
  toolbar.hidden = false
  obeyButtons(toolbar, run)
  let timer = 0
  const point = () => {
    root.classList.add('pointing')
    clearTimeout(timer)
    timer = setTimeout(() => root.classList.remove('pointing'), rest) as unknown as number
  }
  // A finger that swipes wants the slide, and must not find a button there; one that taps asks.
  const aim = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && point()
  addEventListener('pointermove', aim)
  addEventListener('pointerdown', aim)
  addEventListener('click', point)
}
