import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Protocol } from './protocols.ts'

interface Viewer {
  joined: boolean
  seq: number
}

/** Counts down what all viewers have yet to do. */
class Countdown {
  readonly done: Promise<void>
  #left: number
  #resolve = () => {}

  constructor(left: number) {
    this.#left = left
    this.done = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  down(): void {
    if (--this.#left === 0) this.#resolve()
  }
}

/** How many viewers connect at the same time when joining. */
const together = 200

/** The size of a viewer's read buffer, in bytes: more than is ever sent to it. */
const capacity = 2048

/** Waits for a promise, but not longer than `patience` ms. */
const inTime = (done: Promise<void>, patience: number): Promise<void> =>
  Promise.race([done, wait(patience, undefined, { ref: false })])

/** Viewers of one server, each with its own connection; one that is disconnected reconnects. */
export class Crowd {
  readonly #port: number
  readonly #protocol: Protocol
  readonly #viewers: Viewer[] = []
  #joins = new Countdown(0)
  #told = new Countdown(0)
  #awaited = 0
  #published = 0
  #next = () => {}
  /** The time from publishing to each viewer's receiving it, in ms. */
  latencies: number[] = []
  /** The same of each place of the pointer that a viewer receives; some are never sent. */
  places: number[] = []
  readonly #pointed = new Map<number, number>()

  constructor(port: number, protocol: Protocol) {
    this.#port = port
    this.#protocol = protocol
  }

  get joined(): number {
    return this.#viewers.filter(({ joined }) => joined).length
  }

  /** How many viewers have a state. */
  holding(seq: number): number {
    return this.#viewers.filter((viewer) => viewer.seq === seq).length
  }

  /** Connects that many viewers, some at a time. */
  async join(count: number, patience: number): Promise<void> {
    this.#joins = new Countdown(count)
    this.#next = () => {
      if (this.#viewers.length === count) return
      const viewer = { joined: false, seq: 0 }
      this.#viewers.push(viewer)
      this.#connect(viewer)
    }
    for (let at = 0; at < together; at++) this.#next()
    await inTime(this.#joins.done, patience)
  }

  /** Publishes a state and waits until every viewer has it; resolves with the time in ms. */
  async publish(seq: number, present: () => Promise<void>, patience: number): Promise<number> {
    this.#told = new Countdown(this.#viewers.length)
    this.#awaited = seq
    this.#published = performance.now()
    const taken = present()
    await inTime(this.#told.done, patience)
    const time = performance.now() - this.#published
    await taken
    return time
  }

  /** Notes that a place is sent now. */
  point(place: number): void {
    this.#pointed.set(place, performance.now())
  }

  /** Resolves once the viewers, who are about to be disconnected, have all reconnected. */
  async back(patience: number): Promise<void> {
    this.#joins = new Countdown(this.#viewers.length)
    await inTime(this.#joins.done, patience)
  }

  #connect(viewer: Viewer): void {
    const hear = this.#protocol.hearing()
    let rest: Buffer | undefined
    const socket = connect({
      host: '127.0.0.1',
      port: this.#port,
      onread: {
        buffer: Buffer.allocUnsafeSlow(capacity),
        callback: (size, buffer) => {
          const now = performance.now()
          const chunk = Buffer.from(buffer.buffer, buffer.byteOffset, size)
          const bytes = rest ? Buffer.concat([rest, chunk]) : chunk
          const { used, joined, seq, place, reply } = hear(bytes)
          // A copy, because the next chunk overwrites the buffer.
          rest = used < bytes.length ? Buffer.from(bytes.subarray(used)) : undefined
          if (reply) socket.write(reply)
          if (seq !== undefined) this.#hear(viewer, seq, now)
          const sent = place === undefined ? undefined : this.#pointed.get(place)
          if (sent !== undefined) this.places.push(now - sent)
          if (joined && !viewer.joined) {
            viewer.joined = true
            this.#joins.down()
            this.#next()
          }
          return true
        },
      },
    })
    socket.write(this.#protocol.hello)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      viewer.joined = false
      viewer.seq = 0
      setTimeout(() => this.#connect(viewer), Math.random() * 1000)
    })
  }

  #hear(viewer: Viewer, seq: number, now: number): void {
    if (seq === viewer.seq) return
    viewer.seq = seq
    if (seq !== this.#awaited) return
    this.latencies.push(now - this.#published)
    this.#told.down()
  }
}
