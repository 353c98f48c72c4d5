/**
 * Returns a function that tells whether an event comes from somebody at the window: browsers also report
 * a pointer at rest, when what lies under it appears.
 */
export function signs(): (event: Event) => boolean {
  let at = ''
  return (event) => {
    if (!(event instanceof PointerEvent) || event.type !== 'pointermove') return true
    const { movementX, movementY, screenX, screenY } = event
    const [before, now] = [at, `${screenX} ${screenY}`]
    at = now
    return movementX !== 0 || movementY !== 0 || (before !== '' && before !== now)
  }
}
