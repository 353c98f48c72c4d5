import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** The network of an address, to which limits apply: an IPv6 /64 belongs to one person. */
export function networkOf(address: string): string {
  // Nearly all; the pattern of the others costs tens of milliseconds once, just when everybody comes back.
  if (!address.includes(':')) return address
  const inner = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(inner)) return inner
  const [head = '', tail] = inner.replace(/%.*$/, '').split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(Math.max(gap, 0)).fill('0'), ...after].slice(0, 4).join(':')
}

/** What is known of who sends a request. */
export type Visit = Pick<IncomingMessage, 'headers' | 'socket'>

/** The network that a request comes from. Behind a proxy, that of the proxy's client. */
export function visitorOf(request: Visit, trustProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? ''
  if (!trustProxy) return networkOf(direct)
  // Only the last entry was written by our proxy; those before it may be made up.
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  return networkOf(forwarded.at(-1)?.trim() || direct)
}

/** Why a request that only this server's own pages may send is refused; undefined if it is fine. */
export function strangeness({ headers }: Visit): string | undefined {
  const strange = 'Chỉ nhận yêu cầu gửi từ trang web của máy chủ này.'
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return strange
  if (headers.origin === undefined) return undefined
  // Without the scheme: a proxy may use TLS where this server does not.
  const host = URL.canParse(headers.origin) ? new URL(headers.origin).host : ''
  if (host === headers.host) return undefined
  if (!host) return strange
  return `Trang web mở ở “${host}” mà máy chủ nhận được tên “${headers.host}”: proxy phía trước đổi Host. Đặt proxy giữ nguyên Host; với nginx: proxy_set_header Host $http_host.`
}

/** The prefix of the names of all pairing cookies. */
const cookieName = 'bao-cao-vien-'

/** The part of a cookie's name that depends on its token. */
const markOf = (token: string): string =>
  createHash('sha256').update(`cookie ${token}`).digest('hex').slice(0, 12)

/** Pairing never leaves as many cookies as this; those beyond are ignored. */
const mostCookies = 50

/**
 * The tokens in a request's cookies: this relay's, and those of relays on other ports of this host.
 */
function tokensInCookies({ headers }: IncomingMessage): readonly string[] {
  const found = (headers.cookie ?? '').matchAll(
    /(?:^|; ?)bao-cao-vien-[\da-f]{12}=([\w-]{1,100})(?=;|$)/g,
  )
  return [...found].slice(0, mostCookies).map(([, token = '']) => token)
}

/** The tokens in a request: the one in its Authorization header, or those in its cookies. */
export function tokensOf(request: IncomingMessage): readonly string[] {
  const { authorization } = request.headers
  if (authorization === undefined) return tokensInCookies(request)
  const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(authorization) ?? []
  return token === undefined ? [] : [token]
}

/**
 * The cookie for a token, which scripts cannot read. Its name depends on the token, because cookies
 * are shared by all ports of a host and another relay would overwrite a common name. SameSite=Lax:
 * it is sent when a link leads here, such as from a mail, but not with other requests of another
 * site.
 */
export const cookieOf = (token: string, secure: boolean, age = 86400): string =>
  `${cookieName}${markOf(token)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`

/** Counts each network's failures; remembers at most `most` networks. */
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

  /** Whether a network has failed too often within the time span. */
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
    // Deletes first, so that the entry moves to the end and the first one is always the oldest.
    this.#counts.delete(network)
    this.#counts.set(network, { count: 1, until: now + this.#span })
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > this.#most && oldest !== undefined) this.#counts.delete(oldest)
  }
}
