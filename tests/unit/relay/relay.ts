import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { respond } from '../../../src/cli/serve/site.ts'
import { endWith, mindTerminal } from '../../../src/cli/terminal.ts'
import { natsState } from '../../../src/relay/nats/nats.ts'
import { pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { isForAudience } from '../../../src/relay/public-files.ts'
import { createRelay, type RelayOptions } from '../../../src/relay/server.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'
import { runningOrder as small } from '../../support/running-order.ts'

/** Options that differ from the defaults. */
export interface Asked extends Partial<RelayOptions> {
  readonly port?: number
  /** The state file; by default beside the folder. */
  readonly state?: string
  /** The address of the NATS through which the state is shared. */
  readonly nats?: string
}

/**
 * Runs a relay of a folder, with its state beside it, and sends its port and code to the parent.
 */
export async function main(folder: string, text = '{}'): Promise<void> {
  const asked: Asked = JSON.parse(text)
  const {
    port = 0,
    runningOrder = small,
    state = join(folder, '../live.json'),
    nats,
    ...change
  } = asked
  const relayState = nats
    ? await natsState({ servers: [nats], deck: 'test', path: state, runningOrder })
    : fileState(state, runningOrder)
  const keys = pairingWith(relayState.pairingKeys, { onCode: () => tell() })
  const tell = (more = {}) => process.send?.({ code: keys.code, ...more })
  const { server, stop } = createRelay({
    runningOrder,
    keys,
    relayState,
    headers: securityHeaders,
    connections: 2000,
    site: (request, response, paired) =>
      respond(folder, request, response, { isOpen: isForAudience, paired }),
    ...change,
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  tell({ port: (server.address() as AddressInfo).port })
  process.on('SIGUSR2', () => void keys.rotate())
  process.on('message', () => tell({ memory: process.memoryUsage().rss }))
  mindTerminal()
  endWith(() => void stop().then(() => process.disconnect?.()))
}
