import { createHash } from 'node:crypto'
import { once } from 'node:events'
import * as http from 'node:http'
import { Agent, request } from 'node:https'
import { connect } from 'node:net'
import { forward } from '../../../src/model/deck/running-order.ts'
import { runningOrder } from '../../support/running-order.ts'
import type { Started } from './meter.ts'
import { maskedFrame, newcomer, protocolOf } from './protocols.ts'

/** A presenter. Each call resolves when the server has taken what is shown. */
export interface Present {
  /** Shows the next position to everyone. */
  (seq: number): Promise<void>
  /** Points at a place, told apart by its number; undefined where there is no pointer. */
  point?(place: number): Promise<void>
}

const first = { slide: runningOrder[0].id, step: 0 }
let position = first

/** The next position: one key press on, and the first after the last. */
function next() {
  const { slide, step } = forward(runningOrder, position)
  position = slide === position.slide && step === position.step ? first : { slide, step }
  return position
}

/** Connects the presenter of a relay of ours. */
async function toOurs({ port, code }: Started, secure: boolean): Promise<Present> {
  const settings = { keepAlive: true, maxSockets: 2, rejectUnauthorized: false }
  const agent = secure ? new Agent(settings) : new http.Agent(settings)
  const post = async (path: string, value: unknown, token = '') => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
    const to = { host: '127.0.0.1', port, path, method: 'POST', agent, headers }
    const sent = secure ? request(to) : http.request(to)
    sent.end(JSON.stringify(value))
    const [response] = await once(sent, 'response')
    const text = Buffer.concat(await response.toArray()).toString('utf8')
    if (response.statusCode >= 300) throw new Error(`${path}: ${response.statusCode} ${text}`)
    return text && JSON.parse(text)
  }
  const { token } = await post('/live/pair', { code })
  let lease: number | undefined
  const present = async (seq: number) => {
    const taken = await post('/live', { ...next(), screen: 'slide', lease }, token)
    lease = taken.lease
    if (taken.seq !== seq) throw new Error(`The relay counts ${taken.seq}, not ${seq}.`)
  }
  // While the relay is down nobody points.
  const point = (place: number) =>
    post('/live/pointer', { slide: position.slide, at: [place, 0], lease }, token).catch(
      () => undefined,
    )
  return Object.assign(present, { point })
}

/** Connects a presenter that is one connection among others, and speaks through that. */
async function toOthers({ port }: Started, name: string): Promise<Present> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  const { hello, read } = protocolOf(name)
  const seen = newcomer()
  socket.write(hello)
  await new Promise<void>((resolve) => {
    // The connection breaks when the server is killed.
    socket
      .on('error', () => undefined)
      .on('data', (bytes) => {
        const reply = read(seen, bytes)
        if (reply) socket.write(reply)
        if (seen.joined) resolve()
      })
  })
  const secret = 'bench'
  const socketId = createHash('sha256').update(secret).digest('hex').slice(0, 16)
  return async (seq) => {
    // Nearly the same text as our relay sends.
    const state = { epoch: 1e12, seq, ...next(), screen: 'slide' }
    const message = ['multiplex-statechanged', { secret, socketId, state }]
    const isLoop = name === 'loop'
    socket.write(
      isLoop ? `data: ${JSON.stringify(state)}\n\n` : maskedFrame(`42${JSON.stringify(message)}`),
    )
  }
}

/** Connects a server's presenter. */
export const presenterOf = (name: string, started: Started): Promise<Present> =>
  started.code === undefined ? toOthers(started, name) : toOurs(started, name === 'tls')
