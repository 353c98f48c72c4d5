/** `AbortSignal.timeout` by timers that a test can advance. */
export function limit(time: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), time)
  return controller.signal
}
