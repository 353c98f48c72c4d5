/** What becomes of a line to a relay. */
interface Listener {
  hear(value: unknown): void
  /** Nothing is heard any more; ways back are being tried. */
  lose(): void
}

/** How long a new stream, or an answer, may be silent, in milliseconds: the whole state comes at once. */
const first = 8000

/** How long any stream may, in milliseconds: the state comes again every 15 seconds. */
const patience = 40_000

/** After so many silent streams the state is asked for instead. */
const enough = 2

/** How often a stream is tried again meanwhile, in milliseconds. */
const spell = 60_000

/** Not all at once: all lost their line in the same moment. */
const jittered = (least: number): number => least + Math.random() * least * 2

/**
 * Keeps hearing from the relay, whatever comes between. A browser gives a stream up for good after
 * one wrong answer, as a proxy gives while the relay restarts; and it never notices a line that is
 * silently dead. Where streams do not pass at all, it asks again and again. A page that nobody looks
 * at hears nothing: a browser opens six lines to a host, and more tabs than that would have none left
 * to load by.
 */
export function listen({ hear, lose }: Listener): void {
  let source: EventSource | undefined
  let failures = 0
  let watch: ReturnType<typeof setTimeout> | undefined
  let asking: ReturnType<typeof setTimeout> | undefined
  let heard = 0

  const take = (text: string) => {
    heard = performance.now()
    try {
      hear(JSON.parse(text))
    } catch {
      // No state: the next one will be.
    }
  }
  const ask = async () => {
    const mine = asking
    try {
      const signal = AbortSignal.timeout(first)
      const answer = await fetch('live/state', { cache: 'no-cache', signal })
      if (!answer.ok) throw answer
      const text = await answer.text()
      if (asking === mine) take(text)
    } catch {
      if (asking === mine) lose()
    }
    if (asking === mine) asking = setTimeout(ask, jittered(2000))
  }
  const silence = () => {
    clearTimeout(asking)
    asking = undefined
  }
  const close = () => {
    clearTimeout(watch)
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    if (document.visibilityState === 'hidden') return
    const stream = new EventSource('live')
    source = stream
    watch = setTimeout(fail, first)
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      failures = 0
      silence()
      clearTimeout(watch)
      watch = setTimeout(fail, patience)
      take(data)
    }
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED) fail()
      else if (asking === undefined) lose()
    }
  }
  const fail = () => {
    close()
    failures++
    if (asking === undefined) lose()
    if (failures >= enough && asking === undefined) asking = setTimeout(ask, 0)
    watch = setTimeout(open, asking === undefined ? jittered(1000) : spell)
  }
  const rest = () => {
    silence()
    close()
  }
  // A machine that slept, a page that was put away: its line may be dead and not know it.
  const look = () => {
    if (document.visibilityState === 'hidden') rest()
    else if (!source || performance.now() - heard > patience / 2) open()
  }
  addEventListener('offline', lose)
  addEventListener('online', open)
  addEventListener('pagehide', rest)
  addEventListener('pageshow', look)
  document.addEventListener('visibilitychange', look)
  open()
}
