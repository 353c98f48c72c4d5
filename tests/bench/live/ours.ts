import { join } from 'node:path'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { createRelay } from '../../../src/relay/server.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'
import { runningOrder } from '../../support/running-order.ts'
import { cert, key } from '../../unit/relay/certificate.ts'
import { meter } from './meter.ts'

// As `npm start -- --live` does. All viewers have one address, which may use half of the
// connections.
meter(async ({ viewers, folder, tls, trustProxy }) => {
  const relayState = fileState(join(folder, 'live.json'), runningOrder)
  const keys = pairingWith(relayState.pairingKeys)
  const { server } = createRelay({
    ...{ runningOrder, keys, relayState, trustProxy, headers: securityHeaders },
    tls: tls ? { cert: Buffer.from(cert), key: Buffer.from(key) } : undefined,
    connections: 2 * viewers + 200,
    site: (_, response) => response.writeHead(404).end(),
  })
  return { server, code: keys.code }
})
