import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'

/** One state as it goes over the line, made once for all viewers. */
interface Frame {
  /** For HTTP/1.1: a whole chunk. */
  readonly chunk: Buffer
  /** For HTTP/1.0, which nginx speaks to the server behind it unless told otherwise. */
  readonly plain: Buffer
}

interface Viewer {
  readonly socket: Socket
  readonly chunked: boolean
  /** Which of the beats is its own. */
  readonly beat: number
}

/** How many viewers there may be, and how they are kept; times in milliseconds. */
export interface Manners {
  readonly most: number
  readonly mostPerAddress: number
  /** One viewer in `beats` is told the state again at each beat. */
  readonly beat: number
  /** How long a viewer may fail to read before it is cut off. */
  readonly patience: number
  /** The least time between two broadcasts: what comes meanwhile shares the next one. */
  readonly pace: number
}

/** Each viewer hears something in so many beats. */
const beats = 15

/** How many viewers are written to before other work has its turn. */
const slice = 500

/** When a viewer that was cut off comes back: not all of them at once. */
const retry = (): string => `retry: ${1000 + Math.floor(Math.random() * 4000)}\n`

const chunkOf = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

function frameOf(data: string): Frame {
  const text = `data: ${data}\n\n`
  return { plain: Buffer.from(text), chunk: Buffer.from(chunkOf(text)) }
}

/** The head of a stream, whose bytes are its viewer's only. */
const headOf = (headers: Readonly<Record<string, string>>, chunked: boolean): string =>
  [
    'HTTP/1.1 200 OK',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: text/event-stream; charset=utf-8',
    // Proxies that compress or gather would hold the stream back.
    'Cache-Control: no-cache, no-store, no-transform',
    'X-Accel-Buffering: no',
    `Date: ${new Date().toUTCString()}`,
    chunked ? 'Transfer-Encoding: chunked' : 'Connection: close',
    '\r\n',
  ].join('\r\n')

/** Everyone who follows: each is told the newest state, and the slow ones only the newest. */
export class Viewers {
  readonly #manners: Manners
  /** In the order in which they came: their lines lie side by side in memory, which is faster. */
  readonly #viewers = new Set<Viewer>()
  readonly #perAddress = new Map<string, number>()
  /** Those with bytes still unread when there was news, and since when. */
  readonly #behind = new Map<Viewer, number>()
  readonly #timers: readonly NodeJS.Timeout[]
  #frame: Frame
  #next = 0
  #spreading: Promise<void> | undefined
  #again = false
  #closed = false
  /** How many were cut off because they did not read. */
  dropped = 0

  constructor(data: string, manners: Manners) {
    this.#manners = manners
    this.#frame = frameOf(data)
    let tick = 0
    this.#timers = [
      setInterval(() => {
        tick = (tick + 1) % beats
        for (const viewer of this.#viewers) if (viewer.beat === tick) this.#tell(viewer)
      }, manners.beat).unref(),
      setInterval(() => this.#catchUp(), Math.min(250, manners.patience / 4)).unref(),
    ]
  }

  get count(): number {
    return this.#viewers.size
  }

  /**
   * Lets a viewer in, who is told the state at once; false where the room or its place is full.
   * All of it goes past `response`, which would keep a head for each of ten thousand, and would keep
   * back every byte until all of them had theirs: twice the time until the last one knows.
   */
  admit(
    request: IncomingMessage,
    response: ServerResponse,
    address: string,
    headers: Readonly<Record<string, string>> = {},
  ): boolean {
    const { socket } = response
    const here = this.#perAddress.get(address) ?? 0
    const { most, mostPerAddress } = this.#manners
    // A request sent before the answer to the one before it has no socket yet: no browser does so.
    if (this.#closed || !socket || this.count >= most || here >= mostPerAddress) return false
    const chunked = request.httpVersion !== '1.0'
    const viewer: Viewer = { socket, chunked, beat: this.#next++ % beats }
    const first = retry() + this.#frame.plain
    socket.write(headOf(headers, chunked) + (chunked ? chunkOf(first) : first))
    this.#viewers.add(viewer)
    this.#perAddress.set(address, here + 1)
    response.once('close', () => {
      this.#viewers.delete(viewer)
      this.#behind.delete(viewer)
      const left = (this.#perAddress.get(address) ?? 1) - 1
      if (left > 0) this.#perAddress.set(address, left)
      else this.#perAddress.delete(address)
    })
    return true
  }

  /** Tells everyone, at most once in `pace`: the first news at once, then the newest. */
  show(data: string): void {
    this.#frame = frameOf(data)
    this.#again = true
    this.#spreading ??= this.#spread()
  }

  /** Sends everyone away, to come back at different times. */
  async close(): Promise<void> {
    this.#closed = true
    for (const timer of this.#timers) clearInterval(timer)
    await this.#spreading
    await this.#each(({ socket, chunked }) => {
      const last = `${retry()}\n`
      socket.end(chunked ? `${chunkOf(last)}0\r\n\r\n` : last)
    })
  }

  async #spread(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false
      await this.#each((viewer) => this.#tell(viewer))
      await wait(this.#manners.pace, undefined, { ref: false })
    }
    // In the same turn as the last look at `#again`: no news falls between.
    this.#spreading = undefined
  }

  async #each(act: (viewer: Viewer) => void): Promise<void> {
    let done = 0
    for (const viewer of this.#viewers) {
      act(viewer)
      if (++done % slice === 0) await turn()
    }
  }

  #tell(viewer: Viewer): void {
    const { socket, chunked } = viewer
    if (!socket.writable) return
    if (socket.writableLength === 0) socket.write(chunked ? this.#frame.chunk : this.#frame.plain)
    else if (!this.#behind.has(viewer)) this.#behind.set(viewer, performance.now())
  }

  #catchUp(): void {
    for (const [viewer, since] of this.#behind) {
      if (viewer.socket.writableLength === 0) {
        this.#behind.delete(viewer)
        this.#tell(viewer)
      } else if (performance.now() - since > this.#manners.patience) {
        this.dropped++
        viewer.socket.destroy()
      }
    }
  }
}
