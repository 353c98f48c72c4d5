import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Where someone comes from, as far as limits go: a network of IPv6 belongs to one hand. */
export function networkOf(address: string): string {
  const inner = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(inner)) return inner
  const [head = '', tail] = inner.replace(/%.*$/, '').split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(Math.max(gap, 0)).fill('0'), ...after].slice(0, 4).join(':')
}

/** The network of a request; behind a proxy, that of whoever spoke to the proxy. */
export function visitorOf(request: IncomingMessage, trustProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? ''
  if (!trustProxy) return networkOf(direct)
  // Only the last one was written by our proxy; those before it by anyone.
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  return networkOf(forwarded.at(-1)?.trim() || direct)
}

/** Whether a request for a change comes from a page of this very server, or from no page at all. */
export function isOwn({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (headers.origin === undefined) return true
  try {
    // Not the scheme: a proxy may speak TLS where this server does not.
    return new URL(headers.origin).host === headers.host
  } catch {
    return false
  }
}

/** The token a request carries: in its header, or in the cookie that only a page's own requests send. */
export function tokenOf({ headers }: IncomingMessage): string | undefined {
  const bearer = /^Bearer ([\w-]{1,100})$/i.exec(headers.authorization ?? '')
  if (headers.authorization !== undefined) return bearer?.[1]
  return /(?:^|; ?)bao-cao-vien=([\w-]{1,100})(?:;|$)/.exec(headers.cookie ?? '')?.[1]
}

/** The cookie for a token, out of reach of scripts and of other sites' requests. */
export const cookieOf = (token: string, secure: boolean): string =>
  `bao-cao-vien=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400${secure ? '; Secure' : ''}`

/** Counts the failures of each network; remembers no more than `most` networks. */
export class Failures {
  readonly #counts = new Map<string, { count: number; until: number }>()
  readonly #allowed: number
  readonly #span: number
  readonly #most: number

  constructor({ allowed = 10, span = 60_000, most = 10_000 } = {}) {
    this.#allowed = allowed
    this.#span = span
    this.#most = most
  }

  get size(): number {
    return this.#counts.size
  }

  /** Whether a network has failed too often in the last minute. */
  isOver(network: string): boolean {
    const entry = this.#counts.get(network)
    return entry !== undefined && entry.until > performance.now() && entry.count >= this.#allowed
  }

  add(network: string): void {
    const now = performance.now()
    const entry = this.#counts.get(network)
    if (entry && entry.until > now) {
      entry.count++
      return
    }
    // Put at the end anew: the first one is the oldest.
    this.#counts.delete(network)
    this.#counts.set(network, { count: 1, until: now + this.#span })
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > this.#most && oldest !== undefined) this.#counts.delete(oldest)
  }
}
