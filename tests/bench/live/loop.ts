import { createServer, type Socket } from 'node:net'
import { listen, meter } from './meter.ts'

/**
 * The baseline: sends what arrives on one connection to all others, and the last message to a
 * connection that sends a single line break. No HTTP, no pairing, no heartbeat, nothing stored.
 */
meter(async ({ port }) => {
  const sockets = new Set<Socket>()
  let frame: Buffer = Buffer.from('data: {"seq":0}\n\n')
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    socket.on('data', (data) => {
      if (data.length === 1) {
        socket.write(frame)
        return
      }
      frame = data
      for (const other of sockets) if (other !== socket) other.write(frame)
    })
  })
  return { port: await listen(server, port) }
})
