/**
 * Returns a function that tells whether an event comes from somebody at the window. A pointer at rest is
 * reported as a move too: when what lies under it appears, and again when it changes.
 */
export function signs(): (event: Event) => boolean {
  let at = ''
  return (event) => {
    if (!(event instanceof PointerEvent) || event.type !== 'pointermove') return true
    const { movementX, movementY, screenX, screenY } = event
    const [before, now] = [at, `${screenX} ${screenY}`]
    at = now
    return now !== before && (before !== '' || movementX !== 0 || movementY !== 0)
  }
}

/** Calls back with events of some kinds that come from somebody at the window, before anybody else. */
export function onSign(
  kinds: readonly string[],
  heed: (event: Event) => void,
  options: Pick<AddEventListenerOptions, 'signal'> = {},
): void {
  const isSign = signs()
  for (const kind of kinds) {
    addEventListener(kind, (event) => isSign(event) && heed(event), {
      ...options,
      capture: true,
      passive: true,
    })
  }
}

/** Returns a function that tells whether the key or button that is pressed now is still down. */
export function stillDown(comesUp: 'keyup' | 'pointerup'): () => boolean {
  let isDown = true
  const up = () => {
    isDown = false
  }
  // In another window it comes up unheard.
  for (const event of ['blur', comesUp]) addEventListener(event, up, { once: true })
  return () => isDown
}
