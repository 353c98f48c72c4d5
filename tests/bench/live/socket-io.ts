import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { meter } from './meter.ts'

/** The parts of socket.io's types that are used here; the package is not a dependency. */
type On<T> = (event: string, listener: (value: T) => void) => void
interface Message {
  readonly socketId: string
  secret: string | null
}
interface Socket {
  readonly on: On<Message>
  readonly broadcast: { emit(event: string, message: Message): void }
}
interface SocketIo {
  readonly Server: new (server: Server, options: object) => { readonly on: On<Socket> }
}

// The relay of reveal-multiplex, with socket.io limited to WebSocket.
meter(async () => {
  const name: string = 'socket.io'
  const { Server }: SocketIo = await import(name)
  const server = createServer()
  const options = { transports: ['websocket'], perMessageDeflate: false, serveClient: false }
  new Server(server, options).on('connection', (socket) => {
    socket.on('multiplex-statechanged', (message) => {
      const hash = createHash('sha256')
        .update(message.secret ?? '')
        .digest('hex')
      if (hash.slice(0, 16) !== message.socketId) return
      message.secret = null
      socket.broadcast.emit(message.socketId, message)
    })
  })
  return { server }
})
