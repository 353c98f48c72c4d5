import type { Pointed, PointerPost } from '../../model/talk/pointed.ts'

/** The least time between two places that are sent, in ms. */
const pace = 50

/** How long an answer may take, and the pause after a refusal or none, in ms. */
const patience = 1000

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

/**
 * Returns a function that sends the relay where the presenter points: one request at a time, and after
 * it the newest place only. Nothing is sent without a `lease`.
 */
export function pointerToRelay(lease: () => number | undefined): (pointed: Pointed) => void {
  let next: Pointed | undefined
  let busy = false
  const send = async (post: PointerPost): Promise<boolean> => {
    const answer = await fetch('live/pointer', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(post),
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    })
    return answer.ok
  }
  const run = async () => {
    busy = true
    while (next) {
      const held = lease()
      const pointed = next
      next = undefined
      if (held === undefined) continue
      const start = performance.now()
      // Why it is not taken, the view's own post says.
      const taken = await send({ ...pointed, lease: held }).catch(() => false)
      await wait(taken ? pace - (performance.now() - start) : patience)
    }
    busy = false
  }
  return (pointed) => {
    next = pointed
    if (!busy) void run()
  }
}
