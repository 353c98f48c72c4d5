/**
 * Whether an event comes from somebody at the window: browsers also report a pointer at rest, when what
 * lies under it appears.
 */
export const isSign = (event: Event): boolean =>
  event.type !== 'pointermove' ||
  (event instanceof PointerEvent && (event.movementX !== 0 || event.movementY !== 0))
