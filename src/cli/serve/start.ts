import { once } from 'node:events'
import { type AddressInfo, isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Inputs } from '../../build/sources/inputs.js'
import { DeckError, exitCodes } from '../../model/error.ts'
import { helpOf, type Options, parse } from '../args.ts'
import { buildDist, dist } from '../build.ts'
import { report } from '../failure.ts'
import { endWith } from '../terminal.ts'
import { hold, isOfRelay } from './hold.ts'
import { openRelay, type Running } from './live.ts'
import { liveOptions, readLive } from './live-options.ts'
import { canOpenBrowser, here, nearestOf, openBrowser } from './open-browser.ts'
import { createSite } from './site.ts'

const options = {
  port: { type: 'string', value: 'CỔNG', help: 'cổng của máy chủ, mặc định 8018' },
  host: {
    type: 'string',
    value: 'ĐỊA_CHỈ',
    help: 'địa chỉ của máy chủ: mặc định 127.0.0.1, chỉ máy này; 0.0.0.0 cho cả mạng',
  },
  'no-open': { type: 'boolean', help: 'không tự mở trình duyệt' },
  ...liveOptions,
} as const satisfies Options

const help = helpOf(
  'npm start -- [tùy chọn]',
  'Dựng bộ trang chiếu, chạy máy chủ trên máy này và mở trong trình duyệt.',
  options,
)

/** The port in an option; 0 lets the system choose. Throws a `DeckError` if it is not a port. */
export function portOf(value = '8018'): number {
  const port = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (port <= 65535) return port
  throw new DeckError(`Cổng “${value}” không hợp lệ.`, 'Chọn một số từ 1 đến 65535.', {
    exitCode: exitCodes.usage,
  })
}

/**
 * The URLs at which a listening server is reached: its own, or one per network if it listens on
 * all. IPv6 addresses are long, so they are listed only if no IPv4 address is reachable from other
 * machines. Link-local ones (fe80) are left out, because they need the name of an interface as
 * well.
 */
export function addressesOf(
  { address, port }: Pick<AddressInfo, 'address' | 'port'>,
  scheme: 'http' | 'https',
  networks = networkInterfaces(),
): readonly string[] {
  const nets = Object.values(networks).flatMap((net) => net ?? [])
  const old = nets.filter(({ family }) => family === 'IPv4')
  const isReached = old.some(({ internal }) => !internal)
  const all = address === '::' && !isReached ? nets : old
  const hosts =
    address === '0.0.0.0' || address === '::'
      ? all.map((net) => net.address).filter((each) => !/^fe80:/i.test(each))
      : [address]
  const shown = (host: string) => (isIPv6(host) ? `[${host}]` : host)
  return hosts.map((host) => `${scheme}://${shown(host)}:${port}/`)
}

const unknown = (host: string): [string, string] => [
  `Không tìm thấy địa chỉ ${host}.`,
  'Viết địa chỉ bằng số, như 127.0.0.1.',
]

const failures: Readonly<Record<string, (host: string, port: number) => [string, string]>> = {
  EADDRINUSE: (_, port) => [
    `Cổng ${port} đang có chương trình khác dùng.`,
    `Chọn cổng khác: npm start -- --port ${port === 65535 ? 8018 : port + 1}`,
  ],
  EACCES: (_, port) => [`Không được phép mở cổng ${port}.`, 'Chọn cổng từ 1024 trở lên.'],
  EADDRNOTAVAIL: (host) => [
    `Máy này không có địa chỉ ${host}.`,
    'Bỏ --host để chỉ mở trên máy này, hoặc dùng --host 0.0.0.0.',
  ],
  ENOTFOUND: unknown,
  EAI_AGAIN: unknown,
}

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
  const port = portOf(values.port)
  const host = values.host ?? '127.0.0.1'
  const live = readLive(values)
  const { server, stop, announce } = live ? await openRelay(live) : openSite()
  const { releasePages, release } = hold(server, live ? isOfRelay : () => false)
  // After a restart all viewers reconnect at once; the system cuts this backlog down, on Linux to 4096.
  server.listen({ port, host, backlog: 16_384 })
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    const explain = failures[cause.code ?? '']
    if (explain) throw new DeckError(...explain(host, port))
    throw new DeckError(
      `Không mở được địa chỉ ${host}, cổng ${port} (${cause.code}).`,
      'Bỏ --host để chỉ mở trên máy này, hoặc dùng --host 0.0.0.0.',
    )
  })
  let isOpen = false
  const open = () => {
    isOpen = true
    releasePages()
    // The address of a listening TCP server is always an object.
    const addresses = addressesOf(server.address() as AddressInfo, live?.tls ? 'https' : 'http')
    console.log(`Bộ trang chiếu đang mở tại:\n${addresses.map((url) => `  ${url}`).join('\n')}`)
    announce(addresses)
    console.log('Để dừng: bấm Ctrl+C ở cửa sổ này.')
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
