import { monitorEventLoopDelay } from 'node:perf_hooks'
import { answer } from '../answer.ts'
import type { LivePresentation } from '../live-presentation.ts'
import type { RelayState } from '../state/relay-state.ts'
import type { Counts, Handler } from './route.ts'

/** How often the event loop's delay is measured, in ms: each time wakes the process. */
const resolution = 50

/** How long a delay is remembered at least, in ms: how the relay is, not how it once was. */
const memory = 60_000

/**
 * GET `/healthz`: the relay's counters and delays as JSON. `stopMeasuring` ends the measuring of
 * event loop delay.
 */
export function healthRoute(
  live: LivePresentation,
  relayState: RelayState,
  counts: Counts,
): { readonly health: Handler; readonly stopMeasuring: () => void } {
  const lag = monitorEventLoopDelay({ resolution })
  lag.enable()
  /** The delay of nearly all measurements, in ms. */
  const delay = () => Math.max(lag.percentile(99) / 1e6 - resolution, 0)
  let before = 0
  const timer = setInterval(() => {
    before = delay()
    lag.reset()
  }, memory).unref()
  const health: Handler = (_, response) => {
    const silent = Math.round(live.silent() / 1000)
    answer(response, {
      viewers: live.viewers.count,
      dropped: live.viewers.dropped,
      seq: live.state().seq,
      cutOff: relayState.isCutOff(),
      unkept: relayState.disk.refusals,
      unwritten: relayState.disk.owes,
      // Seconds since the presenter's last post; null if there was none.
      presenter: Number.isNaN(silent) ? null : silent,
      lag: Math.round(Math.max(before, delay())),
      ...counts,
    })
  }
  const stopMeasuring = () => {
    clearInterval(timer)
    lag.disable()
  }
  return { health, stopMeasuring }
}
