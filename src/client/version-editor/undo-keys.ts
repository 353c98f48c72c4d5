import { typedKey } from '../../model/talk/command.ts'

/** Whether the browser's own undo acts on an element: on what is typed there. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('textarea, input:not([type="radio"])')

/**
 * Calls back for Ctrl+Z, and for Ctrl+Y or Ctrl+Shift+Z; with Cmd on a Mac. Within a text field
 * they are the browser's, as they are while a dialog is open or the editor closed.
 */
export function listenToUndo(go: (way: 'undo' | 'redo') => void): void {
  addEventListener('keydown', (event) => {
    const key = typedKey(event).toLowerCase()
    const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey
    if (!isHeld || isText(event.target) || document.querySelector('dialog[open]')) return
    if (!document.documentElement.classList.contains('editing')) return
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    go(key === 'z' && !event.shiftKey ? 'undo' : 'redo')
  })
}
