import { connect as connectHttp2 } from 'node:http2'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { newcomer, protocolOf, type Seen } from './protocols.ts'

/** Opens a connection and says `hello`. */
type Open = (
  port: number,
  hello: string,
  on: { readonly hear: (bytes: Buffer) => void; readonly close: () => void },
) => Pick<Duplex, 'write' | 'destroy'>

/** Plain sockets read into a buffer of their own: a stream would cost more than what is measured. */
const openPlain: Open = (port, hello, { hear, close }) => {
  const buffer = Buffer.allocUnsafeSlow(2048)
  const callback = (size: number) => {
    hear(buffer.subarray(0, size))
    return true
  }
  const socket = connect({ host: '127.0.0.1', port, onread: { buffer, callback } })
  socket.on('error', () => undefined).on('close', close)
  socket.write(hello)
  return socket
}

// Who signed the certificate is not what is measured.
const trusting = { host: '127.0.0.1', rejectUnauthorized: false }

const openTls: Open = (port, hello, { hear, close }) => {
  const socket = connectTls({ ...trusting, port })
  socket
    .on('error', () => undefined)
    .on('close', close)
    .on('data', hear)
  socket.write(hello)
  return socket
}

const openHttp2: Open = (port, _, { hear, close }) => {
  const session = connectHttp2(`https://127.0.0.1:${port}`, trusting)
  session.on('error', () => undefined).on('close', close)
  const stream = session.request({ ':path': '/live' })
  stream.on('response', ({ ':status': status }) => hear(Buffer.from(`HTTP/1.1 ${status} `)))
  // The stream alone ends where the server behind is gone.
  stream
    .on('error', () => undefined)
    .on('data', hear)
    .on('close', () => session.destroy())
  return stream
}

const openers: Readonly<Record<string, Open>> = { tls: openTls, nginx: openTls, h2: openHttp2 }

/** What all viewers have yet to do. */
class Countdown {
  #left: number
  #resolve = () => {}
  readonly #done = new Promise<void>((resolve) => {
    this.#resolve = resolve
  })

  constructor(left: number) {
    this.#left = left
  }

  down(): void {
    if (--this.#left === 0) this.#resolve()
  }

  /** Resolves when it is done, or after so many ms. */
  done = (patience: number): Promise<void> => Promise.race([this.#done, wait(patience)])
}

/** The longest time to wait for viewers to join, and for a change to arrive, in ms. */
const patience = { join: 60_000, change: 5000 }

/** How many viewers connect at the same time when joining. */
const together = 200

/** Viewers of one server, each with its own connection; one that is disconnected reconnects. */
export class Crowd {
  readonly viewers: Seen[] = []
  /** The time from publishing to each viewer's receiving it, in ms. */
  latencies: number[] = []
  /** The same of each place of the pointer that a viewer receives; some are never sent. */
  places: number[] = []
  readonly #port: number
  readonly #name: string
  readonly #pointed = new Map<number, number>()
  #joins = new Countdown(0)
  #told = new Countdown(0)
  #awaited = 0
  #published = 0
  #next = () => {}

  constructor(port: number, name: string) {
    this.#port = port
    this.#name = name
  }

  /** Connects that many viewers, some at a time. */
  async join(count: number): Promise<void> {
    this.#joins = new Countdown(count)
    this.#next = () => {
      if (this.viewers.length === count) return
      const viewer = newcomer()
      this.viewers.push(viewer)
      this.#connect(viewer, 0)
    }
    for (let at = 0; at < together; at++) this.#next()
    await this.#joins.done(patience.join)
  }

  /** Publishes a state and waits until every viewer has it; resolves with the time in ms. */
  async publish(seq: number, present: (seq: number) => Promise<void>): Promise<number> {
    this.#told = new Countdown(this.viewers.length)
    this.#awaited = seq
    this.#published = performance.now()
    const taken = present(seq)
    await this.#told.done(patience.change)
    const time = performance.now() - this.#published
    await taken
    return time
  }

  /** Notes that a place is sent now. */
  point(place: number): void {
    this.#pointed.set(place, performance.now())
  }

  /** Resolves once the viewers, who are about to be disconnected, have all reconnected. */
  async back(): Promise<void> {
    this.#joins = new Countdown(this.viewers.length)
    await this.#joins.done(patience.join)
  }

  #connect(viewer: Seen, failures: number): void {
    const { hello, read, again } = protocolOf(this.#name)
    const open = openers[this.#name] ?? openPlain
    const line = open(this.#port, hello, {
      hear: (bytes) => {
        const { joined, seq, place } = viewer
        const now = performance.now()
        const reply = read(viewer, bytes)
        if (reply) line.write(reply)
        if (viewer.refused) line.destroy()
        if (viewer.seq !== seq && viewer.seq === this.#awaited) {
          this.latencies.push(now - this.#published)
          this.#told.down()
        }
        const sent = viewer.place === place ? undefined : this.#pointed.get(viewer.place)
        if (sent !== undefined) this.places.push(now - sent)
        if (joined || !viewer.joined) return
        this.#joins.down()
        this.#next()
      },
      close: () => {
        const failed = viewer.joined ? 0 : failures + 1
        setTimeout(() => this.#connect(viewer, failed), again(viewer, failed))
        Object.assign(viewer, { rest: '', joined: false, refused: false, seq: 0 })
      },
    })
  }
}
