/** What a viewer has seen so far. */
export interface Seen {
  /** The end of what was received, in which something incomplete may begin. */
  rest: string
  /** Whether it was let in; it may have no state yet. */
  joined: boolean
  /** Whether a proxy answered in place of a server that is gone. */
  refused: boolean
  /** The newest state; 0 if there is none. */
  seq: number
  /** The newest place of the pointer. */
  place: number
  /** When to reconnect, in ms, if the server says so. */
  retry: number
}

/** What a viewer knows before it connects. */
export const newcomer = (): Seen => ({
  ...{ rest: '', joined: false, refused: false, seq: 0, place: 0, retry: 1000 },
})

/** How viewers talk to a server. */
export interface Protocol {
  /** What a viewer sends first. Without it, a connection that was lost would not be noticed. */
  readonly hello: string
  /** Reads what arrives; returns what to answer. */
  read(seen: Seen, bytes: Buffer): Buffer | undefined
  /** How long its client waits until it connects again, in ms, after so many failures in a row. */
  again(seen: Seen, failures: number): number
}

/** The last complete number after a mark; `otherwise` if there is none. */
function numberAfter(text: string, mark: string, otherwise: number): number {
  const at = text.lastIndexOf(mark)
  const [, digits] = at < 0 ? [] : (/^(\d+)\D/.exec(text.slice(at + mark.length)) ?? [])
  return digits === undefined ? otherwise : Number(digits)
}

/** Reads the newest of everything; what is read twice, because it is kept, changes nothing. */
function read(seen: Seen, bytes: Buffer): undefined {
  const text = seen.rest + bytes.toString('latin1')
  seen.seq = numberAfter(text, '"seq":', seen.seq)
  seen.place = numberAfter(text, '"at":[', seen.place)
  seen.retry = numberAfter(text, 'retry: ', seen.retry)
  seen.refused = !seen.joined && text.includes('HTTP/1.1 502')
  // Every connection begins with the state.
  seen.joined ||= text.includes('"seq":')
  seen.rest = text.slice(-40)
}

/** A text of up to 64 kB as a WebSocket client sends it, masked with zeros, which change nothing. */
export function maskedFrame(text: string): Buffer {
  const content = Buffer.from(text)
  const { length } = content
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([0x81, ...size, 0, 0, 0, 0]), content])
}

/** The parts of Engine.IO 4 that following needs, told apart without reading frames. */
function readSocketIo(seen: Seen, bytes: Buffer): Buffer | undefined {
  const { rest, joined } = seen
  const text = rest + bytes.toString('latin1')
  read(seen, bytes)
  seen.joined = joined || text.includes('40{"sid"')
  if (seen.joined) return text.endsWith('\x81\x012') ? maskedFrame('3') : undefined
  return !rest.includes('0{"sid"') && text.includes('0{"sid"') ? maskedFrame('40') : undefined
}

/** A WebSocket handshake with a fixed key, whose answer is not checked. */
const upgrade = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
].join('\r\n')

export const protocols = {
  /** EventSource waits as long as it was told; after a wrong answer `event-stream.ts` decides. */
  stream: {
    hello: 'GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    read,
    again: ({ refused, retry }, failures) =>
      refused ? 250 * 2 ** failures * (1 + 2 * Math.random()) : retry,
  },
  /** As socket.io-client 4 reconnects where nothing is set. */
  'socket.io': {
    hello: upgrade,
    read: readSocketIo,
    again: (_, failures) => Math.min(1000 * 2 ** failures, 5000) * (0.5 + Math.random()),
  },
  /** It has no client. */
  loop: { hello: '\n', read, again: () => Math.random() * 1000 },
} as const satisfies Record<string, Protocol>

/** The protocol of a server that is compared. */
export const protocolOf = (name: string): Protocol =>
  name === 'socket.io' || name === 'loop' ? protocols[name] : protocols.stream
