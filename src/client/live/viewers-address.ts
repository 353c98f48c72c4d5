import { audienceStateIn } from '../../model/talk/relay-protocol.ts'
import { make } from '../ui/dom.ts'

/** How long an answer may take, in ms. */
const patience = 5000

/**
 * «Theo dõi tại», a code to scan, and the address as it can be typed: what those in the hall open to
 * follow on their own phones; undefined if no relay answers, or others do not reach it, so that nothing
 * is shown that would not work.
 */
export async function viewersAddress(): Promise<HTMLElement | undefined> {
  const { reachable, qrPicture } = await import('./reach.ts')
  const home = await reachable()
  if (!home) return undefined
  const signal = AbortSignal.timeout(patience)
  const answer = await fetch('live/state', { cache: 'no-cache', signal })
  if (!answer.ok || !audienceStateIn(await answer.json())) return undefined
  const address = new URL(home)
  // The relay leads everybody who follows to `?theo`; a browser that is paired follows only with it.
  const code = qrPicture(new URL('?theo', address).href, 'Mã QR của địa chỉ theo dõi')
  const shown = address.host + address.pathname.replace(/\/$/, '')
  return make(
    'div',
    { className: 'viewers' },
    make('p', { className: 'viewers-label' }, 'Theo dõi tại'),
    code,
    // A line may end after a dot or a colon, and nowhere else unless it has to.
    make(
      'p',
      { className: 'viewers-address' },
      ...shown
        .split(/([^.:/-]*[.:/-])/)
        .filter(Boolean)
        .flatMap((part) => [part, make('wbr')]),
    ),
  )
}
