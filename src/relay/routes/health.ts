import { monitorEventLoopDelay } from 'node:perf_hooks'
import { answer } from '../answer.ts'
import type { LivePresentation } from '../live-presentation.ts'
import type { RelayState } from '../state/relay-state.ts'
import type { Counts, Handler } from './route.ts'

/**
 * GET `/healthz`: the relay's counters and delays as JSON. `stopMeasuring` ends the measuring of
 * event loop delay.
 */
export function healthRoute(
  live: LivePresentation,
  relayState: RelayState,
  counts: Counts,
): { readonly health: Handler; readonly stopMeasuring: () => void } {
  const lag = monitorEventLoopDelay()
  lag.enable()
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
      lag: Math.round(lag.percentile(99) / 1e6),
      ...counts,
    })
  }
  return { health, stopMeasuring: () => lag.disable() }
}
