import { type Command, commandOf, type Key, reloads, typedKey } from '../../model/talk/command.ts'
import { InputMethod } from './input-method.ts'

/** Collects the digits of a page number; any other key clears them. */
export class PageNumber {
  #digits = ''

  /** Adds a digit; false if the key is not one. */
  take(key: string): boolean {
    if (!/^[0-9]$/.test(key)) return false
    this.#digits = (this.#digits + key).slice(-4)
    return true
  }

  /** Returns the number typed so far, and clears it. */
  finish(): number | undefined {
    const typed = this.#digits
    this.#digits = ''
    return typed ? Number(typed) : undefined
  }
}

/**
 * Whether a key acts on the presentation even while a dialog is open: a clicker's keys do, except a
 * letter that is typed into a field.
 */
const clicks = (key: string, command: Command | undefined, writes: boolean): boolean =>
  /^Page(Up|Down)$/.test(key) || reloads(command) || (command === 'black' && !writes)

/**
 * Calls `run` for commands of keyboard and clicker, and `page` for a page number and Enter. Keys
 * for which `taken` is false are left to the browser. `early` are keys that were pressed before.
 */
export function listenToKeys(
  run: (command: Command) => void,
  page: (number: number) => void,
  taken: (key: string, command: Command | undefined) => boolean,
  early: readonly KeyboardEvent[] = [],
): void {
  const typed = new PageNumber()
  /** Runs what a key asks for; false if the key is left to the browser. */
  const act = (event: Key, on: (selector: string) => boolean, repeats: boolean): boolean => {
    const key = typedKey(event)
    const command = commandOf(event)
    const held = event.ctrlKey || event.altKey || event.metaKey
    if (!taken(key, command) || (!held && typed.take(key))) return false
    // A key held down turns pages, but does not toggle things.
    if (repeats && command && command !== 'next' && command !== 'previous') return true
    const number = typed.finish()
    if (command === 'enter' && number !== undefined) {
      page(number)
      return true
    }
    // Enter follows a link or presses a button; Space presses a button, but turns the page on a
    // link.
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
        // A search field would use the first Escape to clear itself, and the dialog would stay
        // open.
        event.preventDefault()
        top.close()
      } else if (clicks(event.key, command, on('input, textarea')) && taken(event.key, command)) {
        event.preventDefault()
        for (const dialog of dialogs) dialog.close()
        act(event, on, event.repeat)
      } else if (reloads(command)) {
        event.preventDefault()
      }
      // All other keys are left to the dialog.
      return
    }
    // Keys typed into a field are left to it. The field of a closed dialog may keep the focus for a
    // while.
    if (on('input, textarea') && !on('dialog')) return
    if (method.down(event, event.repeat) || act(event, on, event.repeat)) event.preventDefault()
  }
  addEventListener('keydown', obey, true)
  addEventListener('keyup', (event) => method.up(event), true)
  for (const event of early) obey(event)
}
