import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Inputs } from '../../build/sources/inputs.js'
import { helpOf, type Options, parse } from '../args.ts'
import { buildDist, dist } from '../build.ts'
import { report } from '../failure.ts'
import { endWith } from '../terminal.ts'
import { addressesOf, addressOptions, listenError, portOf, sayOpen } from './address.ts'
import { hold, isOfRelay } from './hold.ts'
import { openRelay, type Running } from './live.ts'
import { liveOptions, readLive } from './live-options.ts'
import { canOpenBrowser, here, nearestOf, openBrowser } from './open-browser.ts'
import { createSite } from './site.ts'

const options = {
  ...addressOptions('8018'),
  'no-open': { type: 'boolean', help: 'không tự mở trình duyệt' },
  ...liveOptions,
} as const satisfies Options

const help = helpOf(
  'npm start -- [tùy chọn]',
  'Dựng bộ trang chiếu, chạy máy chủ trên máy này và mở trong trình duyệt.',
  options,
)

/** Serves the pages without a relay, for a presenter on this machine. */
function openSite(): Running {
  const server = createSite(dist)
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  const announce = () =>
    console.log('Bấm F5 để trình chiếu, S để mở màn hình báo cáo viên, H để xem trợ giúp.')
  return { server, stop, announce }
}

/**
 * `npm start`: opens the port at once, builds the deck if it changed, prints the addresses as soon
 * as the pages are in place, opens a browser, and serves the deck until it is stopped.
 */
export async function start(args: readonly string[], inputs?: Inputs): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const port = portOf(values.port ?? '8018')
  const host = values.host ?? '127.0.0.1'
  const live = await readLive(values)
  const { server, stop, announce } = live ? await openRelay(live) : openSite()
  const { releasePages, release } = hold(server, live ? isOfRelay : () => false)
  // After a restart all viewers reconnect at once; the system cuts this backlog down, on Linux to 4096.
  server.listen({ port, host, backlog: 16_384 })
  await once(server, 'listening').catch((cause) => {
    throw listenError(cause, host, port)
  })
  let isOpen = false
  const open = () => {
    isOpen = true
    releasePages()
    // The address of a listening TCP server is always an object.
    const addresses = addressesOf(server.address() as AddressInfo, live?.tls ? 'https' : 'http')
    sayOpen(addresses, () => announce(addresses))
    endWith(stop)
    const nearest = nearestOf(addresses)
    if (nearest && !values['no-open'] && canOpenBrowser(here())) openBrowser(nearest)
  }
  const closed = once(server, 'close')
  await buildDist(inputs, open).catch((error) => {
    if (!isOpen) {
      stop()
      throw error
    }
    // Somebody may be presenting already: the pages are whole.
    report(error)
    console.error('Các trang vẫn mở được như trên; các tệp mang theo có thể thiếu hoặc còn cũ.')
  })
  release()
  await closed
}
