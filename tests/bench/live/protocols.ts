import { frameAt, maskedFrame, seqIn } from './frames.ts'
import type { Name } from './results.ts'

/** What some bytes came to. */
export interface Heard {
  /** How many of them are done with. */
  readonly used: number
  /** Whether the viewer is in now. */
  readonly joined: boolean
  /** The newest state they tell. */
  readonly seq: number | undefined
  readonly reply: Buffer | undefined
}

/** How viewers speak with a server. */
export interface Protocol {
  /** What opens the line; whoever says nothing on a line is not missed if it got lost. */
  readonly hello: string
  /** Hears what comes over one line, beginning with what was not done with. */
  readonly hearing: () => (bytes: Buffer) => Heard
}

const newline = '\n'.charCodeAt(0)

/** Lines of text, a blank one after each state; a viewer is in with its first state. */
const lines = () => (bytes: Buffer) => {
  const end = bytes.at(-1) === newline ? bytes.length : bytes.lastIndexOf('\n\n') + 2
  const seq = seqIn(bytes, 0, end)
  // Until there is a state, all of it may be a part of the first.
  return { used: seq === undefined ? 0 : end, joined: seq !== undefined, seq, reply: undefined }
}

const [opened, ping, message, connected] = ['0', '2', '4', '0'].map((sign) => sign.charCodeAt(0))
const connect = maskedFrame('40')
const pong = maskedFrame('3')

/** As much of Engine.IO 4 as it takes to follow: a viewer is in with the answer to its `40`. */
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

/** The opening of a WebSocket; the key is anybody's, the answer to it is not looked at. */
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
