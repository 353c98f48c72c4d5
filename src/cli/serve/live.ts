import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { deckId, deckRunningOrder } from '../../build/entry.ts'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { DeckError, exitCodes } from '../../model/error.ts'
import { asRecord } from '../../model/record.ts'
import { holdPlace } from '../../relay/lock.ts'
import { natsState, type Reach } from '../../relay/nats/nats.ts'
import { pairingWith } from '../../relay/pairing.ts'
import { isForAudience } from '../../relay/public-files.ts'
import { createRelay } from '../../relay/server.ts'
import type { RelayState } from '../../relay/state/relay-state.ts'
import { fileState } from '../../relay/state/state-file.ts'
import type { Option, parse } from '../args.ts'
import { dist } from '../build.ts'
import { securityHeaders } from './policy.ts'
import { respond } from './site.ts'

/** The options of `start` that have it follow a presenter. */
export const liveOptions = {
  live: { type: 'boolean', help: 'cho các máy khác theo người trình bày' },
  state: { type: 'string', value: 'TỆP', help: 'nơi giữ trang đang trình bày, cho lần chạy sau' },
  cert: { type: 'string', value: 'TỆP', help: 'chứng thư TLS (PEM), đi cùng --key' },
  key: { type: 'string', value: 'TỆP', help: 'khoá của chứng thư TLS (PEM)' },
  nats: {
    type: 'string',
    value: 'ĐỊA_CHỈ',
    help: 'nhiều máy chủ cùng một phiên: NATS chung, như nats://10.0.0.5:4222',
  },
  revoke: { type: 'boolean', help: 'hủy mọi màn hình đã ghép từ trước' },
  'trust-proxy': { type: 'boolean', help: 'đứng sau proxy: tin X-Forwarded-For của proxy ấy' },
} as const satisfies Record<string, Option>

const usage = { exitCode: exitCodes.usage }

/** Where the state is kept if no other place is named. */
const usualState = join(dist, '../node_modules/.cache/bao-cao-vien/live.json')

/** Most of the files this process may open; a system that does not tell allows for some thousands. */
function connectionsAllowed(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8')
    return Math.floor(Number(/open files +(\d+)/.exec(limits)?.[1] ?? 10_000) * 0.8)
  } catch {
    return 8000
  }
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    const hint = 'Kiểm tra đường dẫn và quyền đọc tệp ấy.'
    throw new DeckError(`Không đọc được “${path}”.`, hint, { ...usage, cause })
  }
}

function tlsOf(certPath?: string, keyPath?: string): { cert: Buffer; key: Buffer } | undefined {
  if (!certPath && !keyPath) return undefined
  if (!certPath || !keyPath) {
    throw new DeckError(
      `Có --${certPath ? 'cert' : 'key'} mà thiếu --${certPath ? 'key' : 'cert'}.`,
      'Nêu cả hai tệp: --cert chung-thu.pem --key khoa.pem',
      usage,
    )
  }
  const tls = { cert: contentOf(certPath), key: contentOf(keyPath) }
  try {
    createSecureContext(tls)
  } catch (cause) {
    throw new DeckError(
      `“${certPath}” và “${keyPath}” không dùng được với nhau.`,
      'Chọn chứng thư và khoá cùng một cặp, dạng PEM, khoá không đặt mật khẩu.',
      { ...usage, cause },
    )
  }
  return tls
}

/** Where the state is kept; said before anything is built if it cannot be. */
function placeOf(state?: string): string {
  if (!state) mkdirSync(dirname(usualState), { recursive: true })
  const path = resolve(state ?? usualState)
  try {
    accessSync(dirname(path), constants.W_OK)
  } catch (cause) {
    const hint = 'Tạo thư mục ấy, hoặc chọn nơi khác: --live --state /thư/mục/live.json'
    throw new DeckError(`Không ghi được vào “${dirname(path)}”.`, hint, { cause })
  }
  return path
}

/** The servers of a NATS, said to be wrong before anything is built. */
function natsServers(text?: string): readonly string[] | undefined {
  const wrong = text?.split(',').find((server) => !/^(nats|tls):\/\/[^\s/@]+:\d+$/.test(server))
  if (wrong === undefined) return text?.split(',')
  throw new DeckError(
    `Không hiểu địa chỉ NATS “${wrong}”.`,
    'Viết như --nats nats://10.0.0.5:4222; tên và mật khẩu đặt ở NATS_USER và NATS_PASSWORD.',
    usage,
  )
}

/** What the options of a relay come to; nothing where none is asked for. */
export function readLive(values: ReturnType<typeof parse>) {
  if (!values.live) {
    const lone = Object.keys(liveOptions).find((name) => values[name] !== undefined)
    if (!lone) return undefined
    throw new DeckError(`--${lone} chỉ dùng cùng --live.`, `Thêm --live, hoặc bỏ --${lone}.`, usage)
  }
  const { state, cert, key, nats } = values as Record<string, string | undefined>
  const live = {
    tls: tlsOf(cert, key),
    state: placeOf(state),
    servers: natsServers(nats),
    revoke: !!values.revoke,
    trustProxy: !!values['trust-proxy'],
  }
  return { ...live, release: holdPlace(live.state) }
}

/** A server that is running, and how it is told to end. */
export interface Running {
  readonly server: Server
  readonly stop: () => void
  /** Says what is to be known besides the addresses. */
  readonly announce: (addresses: readonly string[]) => void
}

type Live = NonNullable<ReturnType<typeof readLive>>

const reaches: Readonly<Record<Reach, string>> = {
  joined: 'Đã nối với NATS.',
  away: 'Mất liên lạc với NATS: máy chủ này tạm chạy một mình, tự nối lại.',
  refused:
    'NATS từ chối tên hoặc mật khẩu: máy chủ này tạm chạy một mình, tự thử lại. Kiểm tra NATS_USER, NATS_PASSWORD và cấu hình của NATS.',
}

/** Where the room is: with other relays, or in a file of this one's. */
function openState(
  { state: path, servers }: Live,
  runningOrder: RunningOrder,
): Promise<RelayState> | RelayState {
  const onDisk = (refusal: unknown) =>
    console.error(
      refusal
        ? `Không ghi được “${path}” (${asRecord(refusal).code}): đĩa đầy hoặc hết quyền. Người xem vẫn theo dõi được; máy chủ tự ghi lại.`
        : `Đã ghi lại được “${path}”.`,
    )
  if (!servers) return fileState(path, runningOrder, onDisk)
  const { NATS_USER: user, NATS_PASSWORD: pass } = process.env
  const onReach = (reach: Reach) => console.log(reaches[reach])
  return natsState({ servers, user, pass, deck: deckId, path, runningOrder, onReach, onDisk })
}

/** The relay around the built pages. */
export async function openRelay(live: Live): Promise<Running> {
  const runningOrder = deckRunningOrder()
  const relayState = await openState(live, runningOrder)
  let links: readonly string[] = []
  const keys = pairingWith(relayState.pairingKeys, {
    onCode: (reason) => {
      console.log(
        reason === 'paired'
          ? 'Đã ghép một màn hình báo cáo viên. Mã trên đã dùng; mã cho máy khác:'
          : 'Đã hủy mọi màn hình đã ghép. Ghép lại bằng mã mới.',
      )
      showCode()
    },
  })
  const showCode = () => {
    console.log('Liên kết ghép màn hình báo cáo viên (dùng một lần):')
    for (const link of links) console.log(`  ${link}live/pair#${keys.code}`)
    console.log(`Hoặc mở trang live/pair rồi gõ mã ${keys.code}`)
  }
  const { server, stop } = createRelay({
    ...live,
    runningOrder,
    keys,
    relayState,
    headers: securityHeaders,
    connections: connectionsAllowed(),
    site: (request, response, paired) =>
      respond(dist, request, response, { isOpen: isForAudience, paired }),
  })
  process.on('SIGUSR2', () => void keys.rotate())
  return {
    server,
    stop: () => void stop().finally(live.release),
    announce: (addresses) => {
      links = addresses
      console.log('Người xem mở địa chỉ trên để theo người trình bày.')
      if (addresses.every((address) => /\/\/(127\.|\[::1\])/.test(address))) {
        console.log('Bây giờ chỉ máy này mở được. Cho các máy khác: thêm --host 0.0.0.0')
      }
      if (live.revoke) void keys.rotate()
      else showCode()
    },
  }
}
