import { type AddressInfo, isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { DeckError, exitCodes } from '../../model/error.ts'
import { asRecord } from '../../model/record.ts'
import type { Options } from '../args.ts'

/** The options of a command that serves the deck; `usual` says which port it takes without one. */
export const addressOptions = (usual: string) =>
  ({
    port: { type: 'string', value: 'CỔNG', help: `cổng của máy chủ, mặc định ${usual}` },
    host: {
      type: 'string',
      value: 'ĐỊA_CHỈ',
      help: 'địa chỉ của máy chủ: mặc định chỉ máy này; 0.0.0.0 cho cả mạng',
    },
  }) as const satisfies Options

/** The port in an option; 0 lets the system choose. Throws a `DeckError` if it is not a port. */
export function portOf(value: string): number {
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

/** Prints the addresses at which the deck is open, what `more` prints, and how to stop the server. */
export function sayOpen(addresses: readonly string[], more: () => void): void {
  console.log(`Bộ trang chiếu đang mở tại:\n${addresses.map((url) => `  ${url}`).join('\n')}`)
  more()
  console.log('Để dừng: bấm Ctrl+C ở cửa sổ này.')
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

/** Turns the system's reason why a server cannot listen into an error for people. */
export function listenError(cause: unknown, host: string, port: number): DeckError {
  const code = String(asRecord(cause).code)
  const explain = failures[code]
  if (explain) return new DeckError(...explain(host, port))
  return new DeckError(
    `Không mở được địa chỉ ${host}, cổng ${port} (${code}).`,
    'Bỏ --host để chỉ mở trên máy này, hoặc dùng --host 0.0.0.0.',
  )
}
