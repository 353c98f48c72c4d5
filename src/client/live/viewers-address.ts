import { audienceStateIn, slowestAnswer } from '../../model/talk/relay-protocol.ts'
import { make } from '../ui/dom.ts'

/** How many addresses of a machine in several networks have room. */
const most = 3

/**
 * An address as it is typed; a line may end after a dot or a colon, and nowhere else unless it has
 * to.
 */
function shown(home: string): HTMLElement {
  const { host, pathname } = new URL(home)
  const parts = (host + pathname.replace(/\/$/, '')).split(/([^.:/-]*[.:/-])/).filter(Boolean)
  const content = parts.flatMap((part) => [part, make('wbr')])
  return make('p', { className: 'viewers-address' }, ...content)
}

/**
 * «Theo dõi tại», a code to scan, and the address as it can be typed: what those in the room open to
 * follow on their own phones. Of a machine in several networks its addresses without a code, until the
 * speaker has chosen one as a phone was paired. Undefined if no relay answers, or others do not reach
 * it, so that nothing is shown that would not work.
 */
export async function viewersAddress(): Promise<HTMLElement | undefined> {
  const { reachable, qrPicture } = await import('./reach.ts')
  const addresses = await reachable()
  const [home] = addresses
  if (home === undefined) return undefined
  const signal = AbortSignal.timeout(slowestAnswer)
  const answer = await fetch('live/state', { cache: 'no-cache', signal })
  if (!answer.ok || !audienceStateIn(await answer.json())) return undefined
  // The relay leads everybody who follows to `?theo`; a browser that is paired follows only with it.
  const code =
    addresses.length === 1
      ? [qrPicture(new URL('?theo', home).href, 'Mã QR của địa chỉ theo dõi')]
      : []
  return make(
    'div',
    { className: 'viewers' },
    make('p', { className: 'viewers-label' }, 'Theo dõi tại'),
    ...code,
    ...addresses.slice(0, most).map(shown),
  )
}
