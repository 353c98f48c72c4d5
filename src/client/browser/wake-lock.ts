/**
 * Keeps the screen on while `wanted` returns true; the returned function checks again. Without the
 * Wake Lock API, or if it is refused, the system's settings apply.
 */
export function keepAwake(wanted: () => boolean): () => void {
  let lock: WakeLockSentinel | undefined
  let busy = false
  const isDue = () => wanted() && document.visibilityState === 'visible'
  const turn = async () => {
    if (isDue() && (lock?.released ?? true)) lock = await navigator.wakeLock.request('screen')
    else if (!isDue()) await lock?.release()
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
