import { addressesIn, isOnlyHere } from '../../model/talk/relay-protocol.ts'

// What draws addresses comes with what finds them: one piece, for the two that load it.
export { qrPicture } from '../browser/qr.ts'

/** How long an answer may take, in ms. */
const patience = 5000

/**
 * The address at which phones reach the relay of this page: the page's own, or, on the relay's machine,
 * the one that the relay knows. Undefined if there is none or more than one, of which nobody here can
 * tell the right one.
 */
export async function reachable(): Promise<string | undefined> {
  if (!isOnlyHere(location.hostname)) return new URL('./', location.href).href
  const signal = AbortSignal.timeout(patience)
  const answer = await fetch('live/addresses', { cache: 'no-store', signal })
  const told = answer.ok ? addressesIn(await answer.json()) : undefined
  return told?.addresses.length === 1 ? told.addresses[0] : undefined
}
