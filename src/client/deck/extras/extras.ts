import { follows, isLocal } from '../../browser/scope.ts'
import { chosenAddress, isPaired } from '../../live/paired.ts'
import type { Presenting } from './presenting.ts'
import { turnByMouse } from './turn-by-mouse.ts'
import { showWaiting, type WaitingSlide } from './waiting-slide.ts'

/**
 * Shows on the waiting slide of a deck that a relay serves where viewers follow it. Asked for at each
 * wait until the relay has answered, and again if the speaker chooses another address; a host without a
 * relay is asked nothing.
 */
function showAddress({ session }: Presenting, waiting: WaitingSlide): void {
  if (isLocal || !(follows || isPaired())) return
  let isAsked = false
  const look = () => {
    if (isAsked || session.view.screen !== 'waiting') return
    isAsked = true
    import('../../live/viewers-address.ts')
      .then(({ viewersAddress }) => viewersAddress())
      .then(waiting.setBeside)
      .catch(() => {
        isAsked = false
      })
  }
  session.onChange(look)
  look()
  addEventListener('storage', ({ key }) => {
    if (!key?.endsWith(`:${chosenAddress}`)) return
    isAsked = false
    look()
  })
}

/**
 * Starts everything that the deck's window has beside its slides. A packed file contains this module;
 * elsewhere it is a piece of its own, with its styles in it as text.
 */
export function startExtras(presenting: Presenting): void {
  turnByMouse(presenting)
  const waiting = showWaiting(presenting)
  if (!import.meta.env.PACKED) showAddress(presenting, waiting)
}
