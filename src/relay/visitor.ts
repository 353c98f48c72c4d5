import { createHash } from 'node:crypto'
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

/** Why a request that only a page of this very server may send is not taken; nothing if it is. */
export function strangeness({ headers }: IncomingMessage): string | undefined {
  const strange = 'Chỉ nhận từ trang của máy chủ này.'
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return strange
  if (headers.origin === undefined) return undefined
  // Not the scheme: a proxy may speak TLS where this server does not.
  const host = URL.canParse(headers.origin) ? new URL(headers.origin).host : ''
  if (host === headers.host) return undefined
  if (!host) return strange
  return `Trang mở ở “${host}” mà máy chủ nhận được tên “${headers.host}”: proxy phía trước đổi Host. Đặt proxy giữ nguyên Host; với nginx: proxy_set_header Host $http_host.`
}

/** The name of each pairing's cookie begins so. */
const cookieName = 'bao-cao-vien-'

/** What marks a token in the name of its cookie. */
const markOf = (token: string): string =>
  createHash('sha256').update(`cookie ${token}`).digest('hex').slice(0, 12)

/** More cookies than that many pairings leave behind are somebody's own. */
const mostCookies = 50

/** The tokens in a request's cookies: of this relay, and of others on this host, at other ports. */
function tokensInCookies({ headers }: IncomingMessage): readonly string[] {
  const found = (headers.cookie ?? '').matchAll(
    /(?:^|; ?)bao-cao-vien-[\da-f]{12}=([\w-]{1,100})(?=;|$)/g,
  )
  return [...found].slice(0, mostCookies).map(([, token = '']) => token)
}

/** The tokens a request carries: the one in its header, or those in the cookies of its browser. */
export function tokensOf(request: IncomingMessage): readonly string[] {
  const { authorization } = request.headers
  if (authorization === undefined) return tokensInCookies(request)
  const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(authorization) ?? []
  return token === undefined ? [] : [token]
}

/**
 * The cookie for a token, out of reach of scripts. It has a name of its own: cookies know no ports,
 * and another relay on this host would overwrite a common one. It comes along where a link leads
 * here, as from a mail, and with nothing else that another site sends.
 */
export const cookieOf = (token: string, secure: boolean, age = 86400): string =>
  `${cookieName}${markOf(token)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`

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
