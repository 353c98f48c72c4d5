import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { deckId, deckRunningOrder } from '../../build/entry.ts'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { isOnlyHere } from '../../model/talk/relay-protocol.ts'
import { natsState, type Reach } from '../../relay/nats/nats.ts'
import { pairingWith } from '../../relay/pairing/pairing.ts'
import { isForAudience } from '../../relay/public-files.ts'
import { createRelay } from '../../relay/server.ts'
import type { RelayState } from '../../relay/state/relay-state.ts'
import { fileState } from '../../relay/state/state-file.ts'
import { dist } from '../build.ts'
import { refusalOf } from '../failure.ts'
import type { Live } from './live-options.ts'
import { securityHeaders } from './policy.ts'
import { respond } from './site.ts'
import { terminalQr } from './terminal-qr.ts'

/**
 * The number of connections to allow: 80 % of the files that this process may open, or 8000 if the
 * system does not tell.
 */
function connectionsAllowed(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8')
    return Math.floor(Number(/open files +(\d+)/.exec(limits)?.[1] ?? 10_000) * 0.8)
  } catch {
    return 8000
  }
}

/** A server, and how to stop it. */
export interface Running {
  readonly server: Server
  readonly stop: () => void
  /** Prints what users need to know besides the addresses. */
  readonly announce: (addresses: readonly string[]) => void
}

const reaches: Readonly<Record<Reach, string>> = {
  joined: 'Đã nối với NATS.',
  away: 'Mất liên lạc với NATS: máy chủ này tạm chạy một mình, tự nối lại.',
  refused:
    'NATS từ chối tên hoặc mật khẩu: máy chủ này tạm chạy một mình, tự thử lại. Kiểm tra NATS_USER, NATS_PASSWORD và cấu hình của NATS.',
}

/** Opens the relay's state: shared through NATS, or in a file. */
function openState(
  { state: path, servers }: Live,
  runningOrder: RunningOrder,
): Promise<RelayState> | RelayState {
  const onDisk = (refusal: unknown) =>
    console.error(
      refusal
        ? `Không ghi được “${path}”: ${refusalOf(refusal) ?? 'đĩa đầy hoặc hết quyền'}. Người xem vẫn theo dõi được; máy chủ tự ghi lại.`
        : `Đã ghi lại được “${path}”.`,
    )
  if (!servers) return fileState(path, runningOrder, onDisk)
  const { NATS_USER: user, NATS_PASSWORD: pass } = process.env
  const onReach = (reach: Reach) => console.log(reaches[reach])
  return natsState({ servers, user, pass, deck: deckId, path, runningOrder, onReach, onDisk })
}

/** Whether other machines reach an address. */
const isForOthers = (address: string): boolean => !isOnlyHere(new URL(address).hostname)

/** Opens the relay for the built pages. SIGUSR2 revokes all pairings. */
export async function openRelay(live: Live): Promise<Running> {
  const runningOrder = deckRunningOrder()
  const relayState = await openState(live, runningOrder)
  const drawQr = await terminalQr(process.stdout, process.env)
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
    const reached = links.find(isForOthers)
    const lines = (reached && drawQr?.(`${reached}live/pair#${keys.code}`)) || []
    if (lines.length > 0)
      console.log(`Hoặc quét bằng điện thoại của báo cáo viên:\n\n${lines.join('\n')}\n`)
  }
  const { server, stop } = createRelay({
    ...live,
    runningOrder,
    keys,
    relayState,
    addresses: () => links.filter(isForOthers),
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
      if (!addresses.some(isForOthers)) {
        console.log('Bây giờ chỉ máy này mở được. Cho các máy khác: thêm --host 0.0.0.0')
      }
      if (live.revoke) void keys.rotate()
      else showCode()
    },
  }
}
