import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { forward } from '../../../src/model/deck/running-order.ts'
import { runningOrder } from '../../support/running-order.ts'
import { maskedFrame } from './frames.ts'
import type { Started } from './meter.ts'
import { protocols } from './protocols.ts'
import type { Name } from './results.ts'

/** A presenter. Each call resolves when the server has taken what is shown. */
export interface Present {
  /** Shows the next position to everyone. */
  (seq: number): Promise<void>
  /** Points at a place, told apart by its number; undefined where there is no pointer. */
  point?(place: number): Promise<void>
}

/**
 * Returns a function that gives the next position: one key press on, and the first after the last.
 */
function positions() {
  let position = { slide: runningOrder[0].id, step: 0 }
  return () => {
    const next = forward(runningOrder, position)
    position =
      next.slide === position.slide && next.step === position.step
        ? { slide: runningOrder[0].id, step: 0 }
        : next
    return position
  }
}

async function toOurs({ port, code }: Started): Promise<Present> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  const post = async (path: string, value: unknown, token?: string) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      agent,
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
    })
    sent.end(JSON.stringify(value))
    const [response] = await once(sent, 'response')
    const text = Buffer.concat(await response.toArray()).toString('utf8')
    if (response.statusCode >= 300) throw new Error(`${path}: ${response.statusCode} ${text}`)
    return text && JSON.parse(text)
  }
  const { token } = await post('/live/pair', { code })
  const next = positions()
  let lease: number | undefined
  let shown = ''
  const present = async (seq: number) => {
    const position = next()
    const taken = await post('/live', { ...position, screen: 'slide', lease }, token)
    lease = taken.lease
    shown = position.slide
    if (taken.seq !== seq) throw new Error(`The relay counts ${taken.seq}, not ${seq}.`)
  }
  const point = async (place: number) => {
    await post('/live/pointer', { slide: shown, at: [place, 0], lease }, token)
  }
  return Object.assign(present, { point })
}

/** Nearly the same text as our relay sends. */
const wordsOf = (seq: number, position: object) => ({
  epoch: 1e12,
  seq,
  ...position,
  screen: 'slide',
})

async function toSocketIo({ port }: Started): Promise<Present> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  const { hello, hearing } = protocols['socket.io']
  const hear = hearing()
  socket.write(hello)
  await new Promise<void>((resolve) => {
    let rest = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      const bytes = Buffer.concat([rest, chunk])
      const { used, joined, reply } = hear(bytes)
      rest = bytes.subarray(used)
      if (reply) socket.write(reply)
      if (joined) resolve()
    })
  })
  // The connection breaks when the server is killed.
  socket.on('error', () => undefined)
  const secret = 'bench'
  const socketId = createHash('sha256').update(secret).digest('hex').slice(0, 16)
  const next = positions()
  return async (seq) => {
    const message = { secret, socketId, state: wordsOf(seq, next()) }
    socket.write(maskedFrame(`42${JSON.stringify(['multiplex-statechanged', message])}`))
  }
}

async function toLoop({ port }: Started): Promise<Present> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true }).resume()
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  const next = positions()
  return async (seq) => {
    socket.write(`data: ${JSON.stringify(wordsOf(seq, next()))}\n\n`)
  }
}

/** Connects a server's presenter. */
export const presenters: Readonly<Record<Name, (started: Started) => Promise<Present>>> = {
  ours: toOurs,
  'socket.io': toSocketIo,
  loop: toLoop,
}
