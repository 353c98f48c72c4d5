/** What becomes of a line to a relay. */
interface Ear {
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
const rest = 60_000

/** Not all at once: all lost their line in the same moment. */
const jittered = (least: number): number => least + Math.random() * least * 2

/**
 * Keeps hearing from the relay, whatever comes between. A browser gives a stream up for good after
 * one wrong answer, as a proxy gives while the relay restarts; and it never notices a line that is
 * silently dead. Where streams do not pass at all, it asks again and again.
 */
export function listen({ hear, lose }: Ear): void {
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
    try {
      const signal = AbortSignal.timeout(first)
      const answer = await fetch('live/state', { cache: 'no-cache', signal })
      if (!answer.ok) throw answer
      const text = await answer.text()
      if (asking !== undefined) take(text)
    } catch {
      if (asking !== undefined) lose()
    }
    if (asking !== undefined) asking = setTimeout(ask, jittered(2000))
  }
  const silence = () => {
    clearTimeout(asking)
    asking = undefined
  }
  const open = () => {
    clearTimeout(watch)
    source?.close()
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
    source?.close()
    failures++
    if (asking === undefined) lose()
    if (failures >= enough && asking === undefined) asking = setTimeout(ask, 0)
    clearTimeout(watch)
    watch = setTimeout(open, asking === undefined ? jittered(1000) : rest)
  }
  // A machine that slept, a page that was put away: its line may be dead and not know it.
  const wake = () => {
    if (document.visibilityState === 'visible' && performance.now() - heard > patience / 2) open()
  }
  addEventListener('offline', lose)
  addEventListener('online', open)
  addEventListener('pageshow', ({ persisted }) => persisted && open())
  document.addEventListener('visibilitychange', wake)
  open()
}
