import { addressesIn, isOnlyHere, slowestAnswer } from '../../model/talk/relay-protocol.ts'
import { preference } from '../browser/preference.ts'
import { chosenAddress } from './paired.ts'

// What draws addresses comes with what finds them: one piece, for the two that load it.
export { qrPicture } from '../browser/qr.ts'

/** The address that a speaker has chosen, where the relay's machine is in several networks. */
const chosen = preference(chosenAddress)

/** Remembers which of several addresses phones reach, for all pages on this machine. */
export const choose = (address: string): void => chosen.write(address)

/**
 * The address at which phones reach the relay of this page: the page's own, or, on the relay's machine,
 * those that the relay knows, of which nobody here can tell the right one. Only the one that was
 * chosen, unless `all` are asked for; empty if there is none.
 */
export async function reachable(all = false): Promise<readonly string[]> {
  if (!isOnlyHere(location.hostname)) return [new URL('./', location.href).href]
  const signal = AbortSignal.timeout(slowestAnswer)
  const answer = await fetch('live/addresses', { cache: 'no-store', signal })
  const { addresses = [] } = (answer.ok && addressesIn(await answer.json())) || {}
  const usual = addresses.filter((address) => address === chosen.read())
  return usual.length > 0 && !all ? usual : addresses
}
