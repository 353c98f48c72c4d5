import { createServer, type Socket } from 'node:net'
import { meter } from './meter.ts'

/**
 * The baseline: sends what arrives on one connection to all others, and the last message to a
 * connection that sends a single line break. No HTTP, no pairing, no heartbeat, nothing stored.
 */
meter(async () => {
  const sockets = new Set<Socket>()
  let frame = Buffer.from('data: {"seq":0}\n\n')
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    socket.on('data', (data) => {
      if (data.length === 1) return void socket.write(frame)
      frame = Buffer.from(data)
      for (const other of sockets) if (other !== socket) other.write(frame)
    })
  })
  return { server }
})
