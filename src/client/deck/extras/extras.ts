import type { Presenting } from './presenting.ts'
import { turnByMouse } from './turn-by-mouse.ts'
import { showWaiting } from './waiting.ts'

/**
 * Starts everything that the deck's window has beside its slides. A packed file contains this module;
 * elsewhere it is a piece of its own, with its styles in it as text.
 */
export function startExtras(presenting: Presenting): void {
  turnByMouse(presenting)
  showWaiting(presenting)
}
