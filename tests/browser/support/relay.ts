import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inject } from 'vitest'
import { deckRunningOrder } from '../../../src/build/entry.ts'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { respond } from '../../../src/cli/serve/site.ts'
import { pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { isForAudience } from '../../../src/relay/public-files.ts'
import { createRelay, type RelayOptions } from '../../../src/relay/server.ts'
import type { RelayState } from '../../../src/relay/state/relay-state.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'

/** What a test may have otherwise than a user has. */
interface Otherwise extends Pick<RelayOptions, 'addresses'> {
  readonly state?: Partial<RelayState>
}

/** A relay of the built pages that keeps its state in a folder; it does not listen yet. */
export function relayIn(folder: string, { state, ...options }: Otherwise = {}) {
  const runningOrder = deckRunningOrder()
  const relayState = { ...fileState(join(folder, 'live.json'), runningOrder), ...state }
  const keys = pairingWith(relayState.pairingKeys)
  const relay = createRelay({
    runningOrder,
    keys,
    relayState,
    headers: securityHeaders,
    connections: 500,
    site: (request, response, paired) =>
      respond(inject('dist'), request, response, { isOpen: isForAudience, paired }),
    ...options,
  })
  return { ...relay, keys, relayState }
}

/** Has a server listen, by default at any free port of this machine; resolves with the port. */
export async function listen(server: Server, port = 0, host = '127.0.0.1'): Promise<number> {
  await once(server.listen(port, host), 'listening')
  // A listening TCP server always has an address of this form.
  return (server.address() as AddressInfo).port
}

/** Ends a server as a process that is killed does; resolves when its port is free. */
export async function kill(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
