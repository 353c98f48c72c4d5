import {
  type AudienceState,
  audienceStateIn,
  slowestAnswer,
} from '../../model/talk/relay-protocol.ts'

/** Receives what comes from a relay. */
interface Listener {
  hear(state: AudienceState): void
  /** Called with where the presenter points; unchecked. */
  point(value: unknown): void
  /** Called when the connection is lost; reconnecting goes on. */
  lose(): void
  /** Whether the page listens while nobody sees it too. */
  readonly evenHidden?: boolean
}

/**
 * How long a new stream may be silent, in ms: the whole state comes at once. The next one has twice as
 * long: the line may be slow.
 */
const first = 8000

/** How long any stream may be silent, in ms: the state is repeated every 15 seconds. */
const patience = 40_000

/** After this many silent streams the state is polled instead. */
const enough = 2

/** How often a stream that stays silent is tried again while polling, in ms. */
const spell = 60_000

/** How long the browser reconnects by itself, as often as the relay told it to, in ms. */
const hasty = 5000

/** How often it is looked whether the machine has slept, in ms: its timers stand still meanwhile. */
const glance = 5000

/** The JSON in a text; undefined if it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Random delays, because all viewers lose their connection at the same moment. */
const jittered = (least: number): number => least + Math.random() * least * 2

/**
 * Receives the relay's state, and reconnects whenever necessary. An EventSource alone gives up for
 * good after one wrong answer, such as a proxy's while the relay restarts, and never notices a dead
 * connection. Where streams do not pass at all, this polls. A hidden page closes its stream: a
 * browser opens six connections to a host, and with more tabs than that no page could load. Returns a
 * function that ends it.
 */
export function listen({ hear, point, lose, evenHidden = false }: Listener): () => void {
  let source: EventSource | undefined
  let failures = 0
  /** Since when the browser has been reconnecting. */
  let parted: number | undefined
  /** Whether the last answer to a poll never came. */
  let down = false
  let watch: ReturnType<typeof setTimeout> | undefined
  let asking: ReturnType<typeof setTimeout> | undefined
  let heard = 0
  let glanced = Date.now()
  const isAsleep = () => !evenHidden && document.visibilityState === 'hidden'

  const take = (text: string) => {
    heard = performance.now()
    const state = audienceStateIn(parsed(text))
    if (state) hear(state)
  }
  const poll = async () => {
    const signal = AbortSignal.timeout(slowestAnswer)
    const answer = await fetch('live/state', { cache: 'no-cache', signal })
    if (!answer.ok) throw answer
    return answer.text()
  }
  const ask = async () => {
    const mine = asking
    const text = await poll().catch(() => undefined)
    if (asking !== mine) return
    asking = setTimeout(ask, jittered(2000))
    const wasDown = down
    down = text === undefined
    // The relay is back.
    if (wasDown && !down) open()
    if (text === undefined) lose()
    else take(text)
  }
  const silence = () => {
    clearTimeout(asking)
    asking = undefined
    down = false
  }
  const close = () => {
    clearTimeout(watch)
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    if (isAsleep()) return
    const stream = new EventSource('live')
    source = stream
    watch = setTimeout(fail, Math.min(first * 2 ** failures, patience), true)
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      failures = 0
      parted = undefined
      silence()
      clearTimeout(watch)
      watch = setTimeout(fail, patience, true)
      take(data)
    }
    stream.addEventListener('pointer', ({ data }: MessageEvent<string>) => {
      const value = parsed(data)
      if (value !== undefined) point(value)
    })
    stream.onerror = () => {
      const now = performance.now()
      parted ??= now
      if (stream.readyState === EventSource.CLOSED || now - parted > hasty) fail()
      else if (asking === undefined) lose()
    }
  }
  // A relay that cannot be reached is tried again sooner than a stream that does not get through.
  const fail = (silent = false) => {
    close()
    failures++
    if (asking === undefined) lose()
    // What holds back a stream, such as a proxy that collects more of it, lets an answer pass.
    if ((silent || failures >= enough) && asking === undefined) asking = setTimeout(ask, 0)
    const gap = silent && failures >= enough ? spell : jittered(250 * 2 ** failures)
    watch = setTimeout(open, Math.min(gap, spell))
  }
  const rest = () => {
    silence()
    close()
  }
  // After the machine slept or the page was restored, the connection may be dead without an event.
  const look = () => {
    if (isAsleep()) rest()
    else if (!source || performance.now() - heard > patience / 2) open()
  }
  const waking = setInterval(() => {
    const now = Date.now()
    // The connection is dead most likely, and nobody may tell. Of a hidden page timers are slow as
    // well.
    if (now - glanced > 3 * glance && document.visibilityState === 'visible') open()
    glanced = now
  }, glance)
  const heeding = new AbortController()
  const { signal } = heeding
  addEventListener('offline', lose, { signal })
  addEventListener('online', open, { signal })
  addEventListener('pagehide', rest, { signal })
  addEventListener('pageshow', look, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  open()
  return () => {
    heeding.abort()
    clearInterval(waking)
    rest()
  }
}
