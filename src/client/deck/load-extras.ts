import { onSign } from '../browser/sign.ts'
import type { Presenting } from './extras/presenting.ts'

/** The least time between two attempts, in ms. */
const patience = 5000

/**
 * Loads what a talk needs beside its slides, at the first sign of somebody at the window or when the
 * view needs it, so that none of it delays the first slide. Without its host the deck goes on as it is,
 * and a later sign tries again.
 */
export function loadExtras(presenting: Presenting): void {
  let asked = 0
  let address = ''
  let busy = false
  const load = () => {
    if (busy) return
    busy = true
    const module: Promise<typeof import('./extras/extras.ts')> =
      !import.meta.env.PACKED && address
        ? import(/* @vite-ignore */ `${address}?${asked}`)
        : import('./extras/extras.ts')
    module.then(
      ({ startExtras }) => startExtras(presenting),
      (error) => {
        // A browser that could not load an address never asks for it again while the page is open, so
        // the next time it needs another; only the message names it.
        address = /http\S+?\.js/.exec(error)?.[0] ?? ''
        asked += 1
        setTimeout(() => {
          busy = false
        }, patience)
      },
    )
  }
  const { session } = presenting
  const look = () => {
    if (session.view.screen === 'waiting') load()
  }
  session.onChange(look)
  look()
  onSign(['pointermove', 'pointerdown', 'wheel', 'keydown'], load)
}
