import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Visit } from '../visitor.ts'

/** The first line of a viewer's request, as all browsers and proxies send it. */
const first = 'GET /live HTTP/1.1\r\n'

const end = '\r\n\r\n'

/** Headers by which more follows, or something else is asked for. */
const others = ['content-length', 'transfer-encoding', 'expect', 'upgrade']

/**
 * The headers of a request for the event stream, by name in lower case, if `bytes` are exactly one such
 * request and nothing about it needs to be interpreted; undefined for everything else.
 */
export function streamHeadersIn(bytes: Buffer): Readonly<Record<string, string>> | undefined {
  const text = bytes.toString('latin1')
  if (!text.startsWith(first) || !text.endsWith(end)) return undefined
  const headers: Record<string, string> = Object.create(null)
  for (const line of text.slice(first.length, -end.length).split('\r\n')) {
    const [, name = '', value = ''] = /^([\w-]{1,100}): ?([\x20-\x7e]*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    if (!key || key in headers) return undefined
    headers[key] = value.trim()
  }
  return 'host' in headers && !others.some((name) => name in headers) ? headers : undefined
}

/** What Node's HTTP server answers where no request comes. */
const late = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/**
 * Lets `admit` take new connections that begin with a request for the event stream, and gives all others,
 * with those that it does not take, to Node's HTTP server. That would keep a parser, a request and a
 * response for each viewer: nearly half of the memory, and a third of the time that each one costs when
 * all come back at once. A connection on which nothing arrives within `patience` ms is closed. The server
 * closes those that it does not know with all others.
 */
export function takeStreams(
  server: Server,
  isSecure: boolean,
  patience: number,
  admit: (visit: Visit) => boolean,
): void {
  const event = isSecure ? 'secureConnection' : 'connection'
  const serve = server.listeners(event)
  const direct = new Set<Socket>()
  server.removeAllListeners(event).on(event, (socket: Socket) => {
    const drop = () => socket.destroy()
    const refuse = () => socket.end(late, drop)
    const leave = () => direct.delete(socket)
    direct.add(socket)
    socket.setTimeout(patience)
    socket.on('timeout', refuse).on('error', drop).on('end', drop).once('close', leave)
    socket.once('data', (bytes: Buffer) => {
      socket.setTimeout(0)
      const headers = streamHeadersIn(bytes)
      // A viewer has nothing more to say.
      if (headers && admit({ headers, socket })) return void socket.on('data', drop)
      leave()
      socket.off('timeout', refuse).off('error', drop).off('end', drop).off('close', leave)
      socket.unshift(bytes)
      for (const listener of serve) listener.call(server, socket)
    })
  })
  const closeOthers = server.closeAllConnections.bind(server)
  server.closeAllConnections = () => {
    closeOthers()
    for (const socket of direct) socket.destroy()
  }
}
