import { frameAt, maskedFrame, placeIn, seqIn } from './frames.ts'
import type { Name } from './results.ts'

/** The result of parsing some bytes. */
export interface Heard {
  /** How many bytes were used; the rest is parsed again with the next ones. */
  readonly used: number
  /** Whether the viewer has joined with these bytes. */
  readonly joined: boolean
  /** The newest state in them. */
  readonly seq: number | undefined
  /** The newest place of the pointer in them. */
  readonly place?: number | undefined
  readonly reply: Buffer | undefined
}

/** How viewers talk to a server. */
export interface Protocol {
  /** What a viewer sends first. Without it, a connection that was lost would not be noticed. */
  readonly hello: string
  /** Makes a parser for one connection; each call gets the unused bytes and the new ones. */
  readonly hearing: () => (bytes: Buffer) => Heard
}

const newline = '\n'.charCodeAt(0)

/** Lines of text with a blank one after each message; a viewer has joined with its first state. */
const lines = () => {
  let joined = false
  return (bytes: Buffer) => {
    const end = bytes.at(-1) === newline ? bytes.length : bytes.lastIndexOf('\n\n') + 2
    const seq = seqIn(bytes, 0, end)
    joined ||= seq !== undefined
    // Before the first state, all of it may be the beginning of that.
    const used = joined && end > 1 ? end : 0
    return { used, joined, seq, place: placeIn(bytes, 0, end), reply: undefined }
  }
}

const [opened, ping, message, connected] = ['0', '2', '4', '0'].map((sign) => sign.charCodeAt(0))
const connect = maskedFrame('40')
const pong = maskedFrame('3')

/**
 * The parts of Engine.IO 4 that following needs; a viewer has joined with the answer to its `40`.
 */
const webSocket = () => {
  let upgraded = false
  return (bytes: Buffer): Heard => {
    let used = upgraded ? 0 : bytes.indexOf('\r\n\r\n') + 4
    let joined = false
    let seq: number | undefined
    let reply: Buffer | undefined
    upgraded ||= used > 3
    if (!upgraded) return { used: 0, joined, seq, reply }
    for (let frame = frameAt(bytes, used); frame; frame = frameAt(bytes, used)) {
      const { start, end } = frame
      const type = bytes[start]
      if (type === opened) reply = connect
      else if (type === ping) reply = pong
      else if (type === message && bytes[start + 1] === connected) joined = true
      else seq = seqIn(bytes, start, end) ?? seq
      used = end
    }
    return { used, joined, seq, reply }
  }
}

/** A WebSocket handshake with a fixed key, whose answer is not checked. */
export const upgrade = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n')

export const protocols: Readonly<Record<Name, Protocol>> = {
  ours: { hello: 'GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', hearing: lines },
  'socket.io': { hello: upgrade, hearing: webSocket },
  loop: { hello: '\n', hearing: lines },
}
