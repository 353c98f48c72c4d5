import type { Command } from '../../model/talk/command.ts'
import { signs } from '../browser/sign.ts'

/** The commands that a second click of a double click would take back at once. */
const switches: readonly Command[] = [
  'black',
  'white',
  'waiting',
  'pointer',
  'hold',
  'fullscreen',
  'scheme',
  'pause',
]

/** Runs the commands of the buttons below an element; a double click switches once. */
export function obeyButtons(root: GlobalEventHandlers, run: (command: Command) => void): void {
  root.addEventListener('click', (event) => {
    const { target } = event
    const button = target instanceof Element ? target.closest('button') : null
    if (!button?.dataset.command) return
    // After a click with the pointer the button must not keep the focus, or it gets the next Space
    // or Enter.
    if (event.detail > 0) button.blur()
    button.closest('dialog')?.close()
    // The buttons are rendered from the table of commands, so the attribute is always a `Command`.
    const command = button.dataset.command as Command
    if (event.detail < 2 || !switches.includes(command)) run(command)
  })
}

/** How long toolbar and pointer stay visible after the last movement, in ms. */
const rest = 3000

/**
 * Shows the toolbar while the pointer moves or the focus is in it, and runs the commands of its
 * buttons. A key of the presentation, or full screen, hides it at once: nothing may stay on the
 * audience's screen. `sign` is an event that came before.
 */
export function startToolbar(
  toolbar: HTMLElement,
  root: HTMLElement,
  run: (command: Command) => void,
  sign?: Event,
): void {
  toolbar.hidden = false
  obeyButtons(toolbar, run)
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    root.classList.remove('pointing')
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && toolbar.contains(activeElement)) {
      activeElement.blur()
    }
  }
  addEventListener('fullscreenchange', hide)
  addEventListener('keydown', ({ key }) => /^(Tab|Shift|Enter| )$/.test(key) || hide())
  const point = () => {
    root.classList.add('pointing')
    clearTimeout(timer)
    timer = setTimeout(() => root.classList.remove('pointing'), rest)
  }
  // Not for touch: a swipe means the slide and must not end on a button. A tap fires `click` as
  // well.
  const aim = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && point()
  const isSign = signs()
  addEventListener('pointermove', (event) => isSign(event) && aim(event))
  addEventListener('pointerdown', aim)
  // A link or a button that is pressed by key clicks too, with no detail.
  addEventListener('click', ({ detail }) => detail > 0 && point())
  if (sign?.type === 'click') point()
  else if (sign instanceof PointerEvent) aim(sign)
}
