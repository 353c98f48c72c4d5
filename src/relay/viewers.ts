import type { Socket } from 'node:net'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { connectionOf } from './connections/vanished.ts'

/** A state serialised once for all viewers. */
interface Frame {
  /** For HTTP/1.1: a complete chunk. */
  readonly chunk: Buffer
  /** For HTTP/1.0, which nginx speaks to its upstream server by default. */
  readonly plain: Buffer
}

interface Viewer {
  readonly socket: Socket
  readonly chunked: boolean
  /** The number of the beat at which it is sent the state again. */
  readonly beat: number
}

/** Limits of the number of viewers and of their connections; times in ms. */
export interface Manners {
  readonly most: number
  readonly mostPerAddress: number
  /** The time between two beats. Each beat resends the state to one viewer in `beats`. */
  readonly beat: number
  /** How long a viewer may fail to read before it is disconnected. */
  readonly patience: number
  /** The least time between two broadcasts. Changes in between are sent with the next one. */
  readonly pace: number
}

/** The number of beats after which every viewer has been sent the state again. */
const beats = 15

/** How many viewers are written to before other work gets its turn: a state, or a place. */
const slice = 500
const pointerSlice = 100

/** The least time between two places of the pointer, in ms. */
export const pointerPace = 50

/** How much longer than it takes to send a place nothing else of the pointer is sent. */
const pointerRest = 2

/**
 * When a disconnected one of `count` viewers reconnects, in ms. They come at random, 12 in a millisecond,
 * of some 16 that can be taken: the system's queue would fill up, and drop some for seconds, if all came
 * at once. A browser tries again at the same interval while the relay is down, so whoever comes too early
 * is back as soon as the others.
 */
const retryOf = (count: number): string =>
  `retry: ${Math.floor(200 + Math.random() * Math.max(100, count / 12))}\n`

const chunkOf = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

/** A message: `data`, after `fields`, each on a line of its own. */
const messageOf = (data: string, fields = ''): string => `${fields}data: ${data}\n\n`

function frameOf(data: string, fields = ''): Frame {
  const text = messageOf(data, fields)
  return { plain: Buffer.from(text), chunk: Buffer.from(chunkOf(text)) }
}

/** The head of an event stream's response, but for what differs between viewers. */
const headOf = (headers: Readonly<Record<string, string>>): string =>
  [
    'HTTP/1.1 200 OK',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: text/event-stream; charset=utf-8',
    // Keeps proxies from compressing or buffering the stream.
    'Cache-Control: no-cache, no-store, no-transform',
    'X-Accel-Buffering: no',
    '',
  ].join('\r\n')

/**
 * All viewers with an open stream. Each is sent the newest state; slow ones skip those in between.
 */
export class Viewers {
  readonly #manners: Manners
  readonly #head: string
  /**
   * In the order of arrival, in which their sockets lie side by side in memory: iterating is
   * faster.
   */
  readonly #viewers = new Set<Viewer>()
  readonly #perAddress = new Map<string, number>()
  /** Viewers whose socket still had unsent bytes at a broadcast, and since when. */
  readonly #behind = new Map<Viewer, number>()
  readonly #timers: readonly NodeJS.Timeout[]
  #data: string
  #frame: Frame
  #next = 0
  #spreading: Promise<void> | undefined
  #again = false
  #closed = false
  /** Whether a state is on its way to viewers. */
  #telling = false
  #place: Frame | undefined
  #pointing: Promise<void> | undefined
  /** How many viewers were disconnected because they did not read, or had vanished. */
  dropped = 0

  /** `headers` go into the head of every stream. */
  constructor(data: string, manners: Manners, headers: Readonly<Record<string, string>> = {}) {
    this.#manners = manners
    this.#head = headOf(headers)
    this.#data = data
    this.#frame = frameOf(data)
    let tick = 0
    this.#timers = [
      setInterval(() => {
        tick = (tick + 1) % beats
        for (const viewer of this.#viewers) if (viewer.beat === tick) this.#remind(viewer)
      }, manners.beat).unref(),
      setInterval(() => this.#catchUp(), Math.min(250, manners.patience / 4)).unref(),
    ]
  }

  get count(): number {
    return this.#viewers.size
  }

  /**
   * Adds a viewer and sends it the state; false if a limit is reached. Writes to the socket: a response
   * of Node's would keep headers in memory for each of ten thousand viewers, and would delay every write
   * until all were written to, which doubles the time until the last viewer is reached.
   */
  admit(socket: Socket, address: string, chunked = true): boolean {
    const here = this.#perAddress.get(address) ?? 0
    const { most, mostPerAddress } = this.#manners
    if (this.#closed || this.count >= most || here >= mostPerAddress) return false
    const viewer: Viewer = { socket, chunked, beat: this.#next++ % beats }
    const date = `Date: ${new Date().toUTCString()}\r\n`
    const way = chunked ? 'Transfer-Encoding: chunked' : 'Connection: close'
    const first = messageOf(this.#data, retryOf(this.count))
    socket.write(`${this.#head}${date}${way}\r\n\r\n${chunked ? chunkOf(first) : first}`)
    this.#viewers.add(viewer)
    this.#perAddress.set(address, here + 1)
    socket.once('close', () => {
      this.#viewers.delete(viewer)
      this.#behind.delete(viewer)
      const left = (this.#perAddress.get(address) ?? 1) - 1
      if (left > 0) this.#perAddress.set(address, left)
      else this.#perAddress.delete(address)
    })
    return true
  }

  /**
   * Sends a state to all viewers, at most once in `pace`: the first one at once, later the newest.
   */
  show(data: string): void {
    this.#data = data
    this.#frame = frameOf(data)
    this.#again = true
    this.#spreading ??= this.#spread()
  }

  /**
   * Sends viewers where the presenter points, the newest place only. It waits for any state, stops for
   * one, and takes a third of the time at most, however many viewers there are. It is not kept: who
   * joins later, or has not read what came before, is not told.
   */
  point(data: string): void {
    this.#place = frameOf(data, 'event: pointer\n')
    this.#pointing ??= this.#spreadPlaces()
  }

  /** Disconnects the viewers whose connections are among those. */
  disconnect(connections: ReadonlySet<string>): void {
    if (connections.size === 0) return
    for (const { socket } of this.#viewers) {
      if (!connections.has(connectionOf(socket))) continue
      this.dropped++
      socket.destroy()
    }
  }

  /** Disconnects all viewers, with different times to reconnect. */
  async close(): Promise<void> {
    this.#closed = true
    for (const timer of this.#timers) clearInterval(timer)
    await this.#spreading
    await this.#pointing
    await this.#each(({ socket, chunked }) => {
      const last = `${retryOf(this.count)}\n`
      socket.end(chunked ? `${chunkOf(last)}0\r\n\r\n` : last)
    })
  }

  async #spread(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false
      this.#telling = true
      await this.#each((viewer) => this.#tell(viewer))
      this.#telling = false
      await wait(this.#manners.pace, undefined, { ref: false })
    }
    // In the same turn of the event loop as the last check of `#again`, so that no change is lost.
    this.#spreading = undefined
  }

  async #spreadPlaces(): Promise<void> {
    while (this.#place && !this.#closed) {
      const place = this.#place
      this.#place = undefined
      const start = performance.now()
      const isWhole = await this.#each((viewer) => this.#pass(viewer, place), {
        slice: pointerSlice,
        isOver: () => this.#telling,
      })
      // Once more for those who were not reached, unless there is a newer one.
      if (!isWhole) this.#place ??= place
      const took = performance.now() - start
      await wait(Math.max(pointerPace - took, pointerRest * took), undefined, { ref: false })
    }
    this.#pointing = undefined
  }

  /** Acts for each viewer, until something else goes first; returns whether all had their turn. */
  async #each(
    act: (viewer: Viewer) => void,
    { slice: most, isOver } = { slice, isOver: () => false },
  ): Promise<boolean> {
    let done = 0
    for (const viewer of this.#viewers) {
      if (done % most === 0 && isOver()) return false
      act(viewer)
      if (++done % most === 0) await turn()
    }
    return true
  }

  #pass(viewer: Viewer, { chunk, plain }: Frame): void {
    const { socket, chunked } = viewer
    if (!socket.writable || socket.writableLength > 0 || this.#behind.has(viewer)) return
    socket.write(chunked ? chunk : plain)
  }

  /** Sends a viewer the state once more, with a time to reconnect that fits today's number. */
  #remind(viewer: Viewer): void {
    this.#tell(viewer, frameOf(this.#data, retryOf(this.count)))
  }

  #tell(viewer: Viewer, { chunk, plain } = this.#frame): void {
    const { socket, chunked } = viewer
    if (!socket.writable) return
    if (socket.writableLength === 0) socket.write(chunked ? chunk : plain)
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
