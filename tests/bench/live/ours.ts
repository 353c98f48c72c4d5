import { join } from 'node:path'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { keysOn } from '../../../src/relay/pairing.ts'
import { createRelay } from '../../../src/relay/server.ts'
import { fileBus } from '../../../src/relay/state.ts'
import { runningOrder } from '../../support/running-order.ts'
import { listen, meter } from './meter.ts'

// As `npm start -- --live` opens it; all viewers come from one address, which may take half.
meter(async ({ port, viewers, folder }) => {
  const state = join(folder, 'live.json')
  const bus = fileBus(state, runningOrder)
  const keys = keysOn(bus.ring)
  const { server } = createRelay({
    runningOrder,
    keys,
    bus,
    headers: securityHeaders,
    connections: 2 * viewers + 200,
    site: (_, response) => response.writeHead(404).end(),
  })
  return { port: await listen(server, port), code: keys.code }
})
