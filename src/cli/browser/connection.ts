import type { Readable, Writable } from 'node:stream'
import { decimal } from '../../model/decimal.ts'
import type { Calls, Event } from './protocol.ts'

/** What a browser sends: an event, or the answer to a call. */
type Message =
  | (Event & { readonly id?: undefined })
  | {
      readonly id: number
      readonly result?: unknown
      readonly error?: { readonly message: string }
    }

/** Which page is called, by default the browser itself; how long an answer may take, in ms. */
export interface Calling {
  readonly session?: string | undefined
  readonly limit?: number | undefined
}

/**
 * A connection to a browser by two pipes. Nothing listens on the network, and the browser ends by
 * itself when its pipe closes.
 */
export interface Connection {
  /**
   * Calls the browser or one of its pages. Rejects with an `Error` if it refuses, ends, crashes or
   * takes longer than `limit`.
   */
  call<Name extends keyof Calls>(
    name: Name,
    takes: Calls[Name][0],
    calling?: Calling,
  ): Promise<Calls[Name][1]>
  /** Calls `listener` for each event until the function returned is called. */
  listen(listener: (event: Event) => void): () => void
  /** Rejects all calls, now and from now on; only the first reason counts. */
  end(reason: Error): void
}

/** A call without an answer yet. */
interface Waiting {
  readonly session: string | undefined
  resolve(result: unknown): void
  reject(error: Error): void
}

/** How long an answer may take by default, in milliseconds. */
const patience = 60_000

/** How often a call's time is counted, in its limit. */
const ticks = 20

/**
 * Acts when this process has been at work for `limit` ms; returns what stops it. Time in which the
 * machine sleeps counts as little as one tick: after it, the answer has not been read yet.
 */
function afterWorking(limit: number, act: () => void): () => void {
  let left = ticks
  const timer = setInterval(() => {
    left -= 1
    if (left <= 0) act()
  }, limit / ticks)
  return () => clearInterval(timer)
}

/** A call that was not answered in time. */
export class Unanswered extends Error {}

/** Calls `use` with each text, which ends with a NUL. */
function readTexts(from: Readable, use: (text: string) => void): void {
  const parts: Buffer[] = []
  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      start = end + 1
      // Joined before it is decoded: the bytes of a letter may come in two chunks.
      use(Buffer.concat(parts.splice(0)).toString())
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
}

/** Connects to a browser that reads from one pipe and writes to the other. */
export function connect(to: Writable, from: Readable): Connection {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: Event) => void>()
  let ended: Error | undefined
  let last = 0
  const end = (reason: Error) => {
    ended ??= reason
    for (const { reject } of waiting.values()) reject(ended)
  }
  for (const pipe of [to, from]) {
    pipe.on('error', end)
    pipe.on('close', () => end(new Error('Trình duyệt đã tắt.')))
  }
  readTexts(from, (text) => {
    let message: Message
    try {
      // As the protocol describes it.
      message = JSON.parse(text) as Message
    } catch (cause) {
      end(new Error('Chương trình này không trả lời như một trình duyệt.', { cause }))
      return
    }
    if (message.id !== undefined) {
      const { id, result, error } = message
      if (error) waiting.get(id)?.reject(new Error(error.message))
      else waiting.get(id)?.resolve(result)
      return
    }
    if (message.method === 'Inspector.targetCrashed') {
      for (const { session, reject } of waiting.values()) {
        if (session === message.sessionId) reject(new Error('Trang đã dừng.'))
      }
    }
    for (const listener of listeners) listener(message)
  })
  return {
    call: async <Name extends keyof Calls>(
      method: Name,
      params: Calls[Name][0],
      { session, limit = patience }: Calling = {},
    ) => {
      if (ended) throw ended
      last += 1
      const id = last
      let stop: (() => void) | undefined
      try {
        const result = await new Promise((resolve, reject) => {
          waiting.set(id, { session, resolve, reject })
          stop = afterWorking(limit, () =>
            reject(new Unanswered(`${method}: quá ${decimal(limit / 1000)} giây.`)),
          )
          to.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`)
        })
        // As the protocol describes it.
        return result as Calls[Name][1]
      } finally {
        stop?.()
        waiting.delete(id)
      }
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end,
  }
}
