/** How long an answer may take, in ms. */
const patience = 5000

/** The time within which all followers ask, who are sent to the waiting slide at the same moment, in ms. */
const spread = 3000

/** By how much two clocks that are right may differ: the header tells whole seconds, in ms. */
const usual = 20_000

/**
 * How far the relay's clock is ahead of this machine's, in ms, by the `Date` header of an answer; 0 if
 * this one is right or nobody tells. Phones and old machines may be hours wrong.
 */
export async function clockAhead(): Promise<number> {
  try {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * spread))
    const asked = Date.now()
    const signal = AbortSignal.timeout(patience)
    const { headers } = await fetch('live/state', { cache: 'no-store', signal })
    const ahead = Date.parse(headers.get('Date') ?? '') - (asked + Date.now()) / 2
    return Math.abs(ahead) > usual ? ahead : 0
  } catch {
    return 0
  }
}
