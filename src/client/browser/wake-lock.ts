/**
 * Keeps the screen from going dark while it is `wanted`, and returns what looks again whether it is.
 * Where a browser has no such lock, or refuses it, the machine's own settings hold.
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
        // It changed its mind while the browser was asked.
        if (isDue() !== due) look()
      })
  }
  // A page that is hidden loses its lock.
  document.addEventListener('visibilitychange', look)
  look()
  return look
}
