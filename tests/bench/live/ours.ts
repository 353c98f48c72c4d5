import { join } from 'node:path'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { createRelay } from '../../../src/relay/server.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'
import { runningOrder } from '../../support/running-order.ts'
import { listen, meter } from './meter.ts'

// As `npm start -- --live` does. All viewers have one address, which may use half of the
// connections.
meter(async ({ port, viewers, folder }) => {
  const state = join(folder, 'live.json')
  const relayState = fileState(state, runningOrder)
  const keys = pairingWith(relayState.pairingKeys)
  const { server } = createRelay({
    runningOrder,
    keys,
    relayState,
    headers: securityHeaders,
    connections: 2 * viewers + 200,
    site: (_, response) => response.writeHead(404).end(),
  })
  return { port: await listen(server, port), code: keys.code }
})
