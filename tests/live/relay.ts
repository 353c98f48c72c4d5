import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { securityHeaders } from '../../src/cli/policy.ts'
import { respond } from '../../src/cli/site.ts'
import { isForAudience } from '../../src/live/audience.ts'
import { fileBus } from '../../src/live/bus.ts'
import { keysIn } from '../../src/live/keys.ts'
import { createRelay, type RelayOptions } from '../../src/live/server.ts'
import { outline as small } from '../outline.ts'

/** Runs a relay around a folder, its state beside it, and says where it is and by which code. */
export async function run(folder: string, text = '{}'): Promise<void> {
  const asked: Partial<RelayOptions> & { port?: number } = JSON.parse(text)
  const { port = 0, outline = small, ...change } = asked
  const state = join(folder, '../live.json')
  const keys = keysIn(`${state}.keys`)
  const tell = (more = {}) => process.send?.({ code: keys.code, ...more })
  const { server, stop } = createRelay({
    outline,
    keys,
    bus: fileBus(state, outline),
    headers: securityHeaders,
    connections: 2000,
    site: (request, response, paired) =>
      respond(folder, request, response, { isOpen: isForAudience, paired }),
    onPaired: tell,
    ...change,
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  tell({ port: (server.address() as AddressInfo).port })
  process.on('SIGHUP', () => {
    keys.rotate()
    tell()
  })
  process.on('message', () => tell({ memory: process.memoryUsage().rss }))
  process.once('SIGTERM', () => void stop().then(() => process.disconnect()))
}
