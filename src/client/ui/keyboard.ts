import { type Command, commandOf, type Key, typedKey } from '../../model/talk/command.ts'
import { InputMethod } from './input-method.ts'

/** Collects the digits of a page number; any other key forgets them. */
export class PageNumber {
  #digits = ''

  /** Takes a digit; false if the key is none. */
  take(key: string): boolean {
    if (!/^[0-9]$/.test(key)) return false
    this.#digits = (this.#digits + key).slice(-4)
    return true
  }

  /** The number typed so far, which is then forgotten. */
  finish(): number | undefined {
    const typed = this.#digits
    this.#digits = ''
    return typed ? Number(typed) : undefined
  }
}

/** Keys that would load the page again, wherever the focus is: a clicker sends one of them. */
export const reloads = (command: Command | undefined): boolean =>
  command === 'start' || command === 'start-here'

/** Whether a key asks for the hall from within a dialog: a clicker's, which is no letter of a field. */
const clicks = (key: string, command: Command | undefined, writes: boolean): boolean =>
  /^Page(Up|Down)$/.test(key) || reloads(command) || (command === 'black' && !writes)

/**
 * Gives the commands of keyboard and clicker; a page number and Enter go to `page`. Keys that are
 * not `taken` stay the browser's.
 */
export function listenToKeys(
  run: (command: Command) => void,
  page: (number: number) => void,
  taken: (key: string, command: Command | undefined) => boolean = () => true,
): void {
  const typed = new PageNumber()
  /** Does what a key asks for; false if that is the browser's to do. */
  const act = (event: Key, on: (selector: string) => boolean, repeats: boolean): boolean => {
    const key = typedKey(event)
    const command = commandOf(event)
    const held = event.ctrlKey || event.altKey || event.metaKey
    if (!taken(key, command) || (!held && typed.take(key))) return false
    // A key held down turns pages; it does not switch things on and off.
    if (repeats && command && command !== 'next' && command !== 'previous') return true
    const number = typed.finish()
    if (command === 'enter' && number !== undefined) {
      page(number)
      return true
    }
    // A link is followed with Enter alone; Space turns the page all the same.
    if (!command || (on('button') && key === ' ') || (on('a, button') && key === 'Enter')) {
      return false
    }
    run(command)
    return true
  }
  const method = new InputMethod((key) => act(key, () => false, false))
  const obey = (event: KeyboardEvent) => {
    const { target } = event
    const on = (selector: string) => target instanceof Element && target.closest(selector) !== null
    const dialogs = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')]
    const top = dialogs.find((dialog) => dialog.contains(document.activeElement)) ?? dialogs.at(-1)
    if (top) {
      const command = commandOf(event)
      if (command === 'escape' && !event.isComposing) {
        // A search field would take the first press for itself, and stay open to the clicker.
        event.preventDefault()
        top.close()
      } else if (clicks(event.key, command, on('input, textarea')) && taken(event.key, command)) {
        event.preventDefault()
        for (const dialog of dialogs) dialog.close()
        act(event, on, event.repeat)
      } else if (reloads(command)) {
        event.preventDefault()
      }
      // All other keys are the dialog's own.
      return
    }
    // What is written in a field is written; a closed dialog's keeps the focus for a while.
    if (on('input, textarea') && !on('dialog')) return
    if (method.down(event, event.repeat) || act(event, on, event.repeat)) event.preventDefault()
  }
  addEventListener('keydown', obey, true)
  addEventListener('keyup', (event) => method.up(event), true)
}
