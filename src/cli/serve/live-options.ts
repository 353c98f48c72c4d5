import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { DeckError, exitCodes } from '../../model/error.ts'
import { keysOf } from '../../model/record.ts'
import { holdPlace } from '../../relay/lock.ts'
import { readNamed } from '../../system/read-file.ts'
import { targetOf } from '../../system/write-whole.ts'
import type { Options, Values } from '../args.ts'
import { dist } from '../build.ts'

/** The options of `npm start` for a relay. */
export const liveOptions = {
  live: { type: 'boolean', help: 'cho các máy khác theo người trình bày' },
  state: { type: 'string', value: 'TỆP', help: 'tệp giữ trang đang trình bày và các máy đã ghép' },
  cert: { type: 'string', value: 'TỆP', help: 'chứng thư TLS (PEM), đi cùng --key' },
  key: { type: 'string', value: 'TỆP', help: 'khoá của chứng thư TLS (PEM)' },
  nats: {
    type: 'string',
    value: 'ĐỊA_CHỈ',
    help: 'NATS chung của nhiều máy chủ, như nats://10.0.0.5:4222; nhiều địa chỉ cách nhau dấu phẩy',
  },
  revoke: { type: 'boolean', help: 'hủy mọi màn hình đã ghép từ trước' },
  'trust-proxy': {
    type: 'boolean',
    help: 'máy chủ đứng sau proxy ngược: tin X-Forwarded-For của proxy ấy',
  },
} as const satisfies Options

const usage = { exitCode: exitCodes.usage }

/** The state file if no other is named. */
const usualState = join(dist, '../node_modules/.cache/bao-cao-vien/live.json')

/** The size that a certificate or a key may have, in bytes: that of a long chain, with much room. */
const largest = 1e6

function contentOf(path: string): Buffer {
  try {
    return readNamed(path, largest)
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

/**
 * The path of the state file, through links, which writing it would replace. Throws before anything is
 * built if it cannot be written, or is no file that can be read.
 */
async function placeOf(state?: string): Promise<string> {
  if (!state) mkdirSync(dirname(usualState), { recursive: true })
  const path = resolve(state ?? usualState)
  const hint = 'Tạo thư mục ấy, hoặc chọn nơi khác: --live --state /thư/mục/live.json'
  const target = await targetOf(path).catch((cause) => {
    if (cause instanceof DeckError) throw cause
    throw new DeckError(`Không đọc hay ghi được “${path}”.`, 'Chọn tệp khác: --live --state TỆP', {
      cause,
    })
  })
  const folder = dirname(target)
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new DeckError(`Không ghi được vào “${folder}”.`, hint, { cause })
  }
  return target
}

/**
 * The NATS servers in a comma-separated list. Throws before anything is built if an address is
 * malformed.
 */
function natsServers(text?: string): readonly string[] | undefined {
  const wrong = text?.split(',').find((server) => !/^(nats|tls):\/\/[^\s/@]+:\d+$/.test(server))
  if (wrong === undefined) return text?.split(',')
  throw new DeckError(
    `Địa chỉ NATS “${wrong}” không hợp lệ.`,
    'Viết như --nats nats://10.0.0.5:4222; tên và mật khẩu đặt ở NATS_USER và NATS_PASSWORD.',
    usage,
  )
}

/**
 * Reads the relay's options, and locks its state file; undefined without `--live`. Throws a
 * `DeckError` if they cannot be used.
 */
export async function readLive(values: Values<typeof liveOptions>) {
  if (!values.live) {
    const lone = keysOf(liveOptions).find((name) => values[name] !== undefined)
    if (!lone) return undefined
    throw new DeckError(`--${lone} chỉ dùng cùng --live.`, `Thêm --live, hoặc bỏ --${lone}.`, usage)
  }
  const { state, cert, key, nats } = values
  const live = {
    tls: tlsOf(cert, key),
    state: await placeOf(state),
    servers: natsServers(nats),
    revoke: !!values.revoke,
    trustProxy: !!values['trust-proxy'],
  }
  return { ...live, release: holdPlace(live.state) }
}

/**
 * The settings of a relay: TLS files, path of the state file, NATS servers; `release` unlocks the
 * state file.
 */
export type Live = NonNullable<Awaited<ReturnType<typeof readLive>>>
