import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { listen, meter } from './meter.ts'

/** The parts of socket.io's types that are used here; the package is not a dependency. */
interface Message {
  readonly socketId: string
  secret: string | null
}
interface Socket {
  on(event: string, listener: (message: Message) => void): void
  readonly broadcast: { emit(event: string, message: Message): void }
}
interface SocketIo {
  readonly Server: new (
    server: Server,
    options: object,
  ) => { on(event: string, listener: (socket: Socket) => void): void }
}

/** The public name of a presenter's screens, from which the secret cannot be found. */
const hashOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 16)

// The relay of reveal-multiplex, with socket.io limited to WebSocket.
meter(async ({ port }) => {
  const name: string = 'socket.io'
  const { Server }: SocketIo = await import(name)
  const http = createServer()
  const io = new Server(http, {
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
  })
  io.on('connection', (socket) => {
    socket.on('multiplex-statechanged', (message) => {
      if (!message.secret || hashOf(message.secret) !== message.socketId) return
      message.secret = null
      socket.broadcast.emit(message.socketId, message)
    })
  })
  return { port: await listen(http, port) }
})
