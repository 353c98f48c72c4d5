import { inTime } from './in-time.ts'

/** How long a request may take, in ms: one that never settles must not prevent the next. */
const patience = 5000

/**
 * Keeps the screen on while `wanted` returns true; the returned function checks again. Without the
 * Wake Lock API, or if it is refused, the system's settings apply.
 */
export function keepAwake(wanted: () => boolean): () => void {
  let lock: WakeLockSentinel | undefined
  let busy = false
  const isDue = () => wanted() && document.visibilityState === 'visible'
  const isHeld = () => lock?.released === false
  const take = (given: WakeLockSentinel) => {
    if (isHeld()) return given.release()
    lock = given
    // A machine that sleeps, or whose battery is low, takes it back, and nothing else tells of that.
    given.addEventListener('release', look)
    // It may have come so late that it is not wanted any more.
    look()
  }
  const turn = async () => {
    if (!isDue()) return lock?.release()
    if (isHeld()) return
    await inTime(navigator.wakeLock.request('screen').then(take), patience)
  }
  const look = () => {
    if (busy || !('wakeLock' in navigator)) return
    busy = true
    const due = isDue()
    turn()
      .catch(() => undefined)
      .finally(() => {
        busy = false
        // The answer of `wanted` changed while the request was pending.
        if (isDue() !== due) look()
      })
  }
  // A hidden page loses its lock.
  document.addEventListener('visibilitychange', look)
  look()
  return look
}
