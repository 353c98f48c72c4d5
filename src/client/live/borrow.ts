import { slowestAnswer, usualSpread } from '../../model/talk/relay-protocol.ts'

/** What comes to a page that borrows own slides of the presenter. */
export interface Borrower {
  /**
   * Prepares the page for own slides as they were received, or for none; resolves with a function
   * that puts them into the page, or with undefined if this deck cannot show them.
   */
  prepare(received: unknown): Promise<(() => void) | undefined>
  /** Puts them into the page. */
  put(change: () => void): void
}

/** The own slides of the presenter that a viewer's page has borrowed. */
export interface Borrowed {
  /**
   * Gets the own slides with a hash, or gives back those of the page. All viewers ask `within` so many
   * ms.
   */
  want(hash: string | undefined, within?: number): void
  /** Whether those that are wanted are still on their way. */
  isWaiting(): boolean
}

/** A random pause before asking again, in ms, where all viewers ask `within` so many. */
const pause = (within: number): number => 2000 + Math.random() * Math.max(4000, within)

/** Borrows own slides of the presenter from the relay, and gives them back. */
export function borrowSlides({ prepare, put }: Borrower): Borrowed {
  let wanted: string | undefined
  /** What the page shows, or cannot show. */
  let settled: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isFirst = true
  let spread = usualSpread

  const receive = async (hash: string): Promise<unknown> => {
    const signal = AbortSignal.timeout(slowestAnswer)
    const answer = await fetch(`live/own-slides?${hash}`, { cache: 'no-store', signal })
    if (!answer.ok) throw answer
    return answer.json()
  }
  const turn = async () => {
    const hash = wanted
    try {
      const change = await prepare(hash && (await receive(hash)))
      // Others may be wanted by now.
      if (hash !== wanted) return
      settled = hash
      const none = change ? undefined : await prepare(undefined)
      put(() => (change ?? none)?.())
    } catch {
      // The relay is away, or was started again and is sent them soon.
      if (hash === wanted) timer = setTimeout(turn, pause(spread))
    }
  }
  return {
    want(hash, within = usualSpread) {
      spread = within
      // Who comes late comes alone; who was there asks at the same moment as all others.
      const delay = isFirst || !hash ? 0 : Math.random() * spread
      isFirst = false
      if (hash === wanted) return
      wanted = hash
      clearTimeout(timer)
      timer = setTimeout(turn, delay)
    },
    isWaiting: () => wanted !== settled,
  }
}
