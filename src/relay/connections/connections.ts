import { once } from 'node:events'
import type { Server } from 'node:http'
import { networkOf } from '../visitor.ts'

/** Closes each new connection of a network that has `most` open ones, so that others get in. */
export function capNetworks(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress ?? '')
    const here = (open.get(network) ?? 0) + 1
    if (here > most) {
      socket.destroy()
      return
    }
    open.set(network, here)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
  })
}

/**
 * Closes a server. `leave` ends the event streams; running requests have `grace` milliseconds to
 * finish, and viewers to read the end.
 */
export async function closeServer(
  server: Server,
  leave: () => Promise<void>,
  grace: number,
): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  await leave()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
