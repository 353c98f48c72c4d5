import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RunningOrder } from '../model/deck/running-order.ts'
import {
  audienceStateOf,
  type Presentation,
  type PresenterAnswer,
  type PresenterPost,
  pairingCodeIn,
  presenterPostIn,
} from '../model/talk/relay-protocol.ts'
import { answer, bodyOf, Refusal, refuse } from './answer.ts'
import type { Pairing } from './pairing.ts'
import { noPresentation, type Outcome, publish } from './presentation.ts'
import type { RelayState } from './state/relay-state.ts'
import { type Manners, Viewers } from './viewers.ts'
import { cookieOf, Failures, networkOf, strangeness, tokensOf, visitorOf } from './visitor.ts'

/** What a relay is made of, and how it is kept; times in milliseconds. */
export interface RelayOptions {
  readonly runningOrder: RunningOrder
  readonly relayState: RelayState
  readonly keys: Pairing
  /** Answers whatever is not the relay's, to a browser that is paired or to anybody's. */
  readonly site: (request: IncomingMessage, response: ServerResponse, paired: boolean) => void
  /** Sent along with every answer. */
  readonly headers: Readonly<Record<string, string>>
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** Whether the address of a visitor is the one that a proxy in front tells. */
  readonly trustProxy?: boolean
  /** Connections of all kinds; viewers get most of them, one network half. */
  readonly connections: number
  readonly manners?: Partial<Manners>
  /** How long the head of a request and the whole of it may take, and how often that is looked at. */
  readonly times?: { readonly head: number; readonly whole: number; readonly look: number }
}

/** A server that lets any number of browsers follow one presenter. */
export interface Relay {
  readonly server: Server
  /** Sends everyone away, to come back a little later, and resolves when all are gone. */
  stop(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** How long a presenter who is not heard may be elsewhere, in milliseconds: it is told again in 10 s. */
const silence = 25_000

/** How long requests under way have when the relay stops, in milliseconds. */
const grace = 2000

/** The state for viewers, as it is sent. */
const wordsOf = (presentation: Presentation, lost: boolean): string =>
  JSON.stringify(audienceStateOf(presentation, lost))

const ownPage = (request: IncomingMessage): void => {
  const why = strangeness(request)
  if (why) throw new Refusal(403, why)
}

const tooOften = () =>
  new Refusal(429, 'Đã thử sai nhiều lần. Đợi một phút rồi thử lại.', { 'Retry-After': '60' })

/** A file of the sources, by its place beside this one, read once. */
function file(name: string, type: string): Handler {
  const body = readFileSync(join(import.meta.dirname, name))
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }
  return (_, response) => {
    response.writeHead(200, headers).end(body)
  }
}

/** Opens the room around a built deck. */
export function createRelay(options: RelayOptions): Relay {
  const { runningOrder, relayState, keys, headers, connections, trustProxy = false } = options
  const { head, whole, look } = options.times ?? { head: 10_000, whole: 15_000, look: 5_000 }
  let asserted = Number.NaN
  const none = noPresentation(Date.now())
  const presentationNow = () => relayState.presentation.current() ?? none
  /** Another relay may know better, and the presenter is not heard here either. */
  const isLost = () => relayState.isCutOff() && !(performance.now() - asserted < silence)
  const failures = new Failures()
  const lag = monitorEventLoopDelay()
  lag.enable()
  const counts = { published: 0, refused: 0, full: 0 }
  let words = wordsOf(presentationNow(), isLost())
  const viewers = new Viewers(words, {
    most: Math.floor(connections * 0.9),
    mostPerAddress: Math.floor(connections * 0.5),
    beat: 1000,
    patience: 30_000,
    pace: 100,
    ...options.manners,
  })
  const tell = () => {
    const newer = wordsOf(presentationNow(), isLost())
    if (newer !== words) viewers.show(newer)
    words = newer
  }
  relayState.presentation.subscribe(tell)
  const listening = setInterval(tell, 1000).unref()
  const everywhere = relayState.count(() => viewers.count)

  const isPaired = (request: IncomingMessage): boolean => tokensOf(request).some(keys.holds)

  const follow: Handler = (request, response) => {
    ownPage(request)
    if (viewers.admit(request, response, visitorOf(request, trustProxy), headers)) return
    counts.full++
    // Its line is not kept either: the presenter's own needs a place.
    throw new Refusal(503, 'Hết chỗ.', { 'Retry-After': '60', Connection: 'close' })
  }

  const state: Handler = (request, response) => {
    ownPage(request)
    const { epoch, seq } = presentationNow()
    const tag = `"${epoch}.${seq}${isLost() ? '.lost' : ''}"`
    const cached = { ETag: tag, 'Cache-Control': 'no-cache' }
    if (request.headers['if-none-match'] === tag) response.writeHead(304, cached).end()
    else answer(response, audienceStateOf(presentationNow(), isLost()), cached)
  }

  const change = async (post: PresenterPost): Promise<Outcome> => {
    const last: { outcome: Outcome } = { outcome: { kind: 'unknown' } }
    await relayState.presentation.change((newest) => {
      last.outcome = publish(newest ?? none, runningOrder, post)
      return 'presentation' in last.outcome ? last.outcome.presentation : newest
    })
    return last.outcome
  }

  const present: Handler = async (request, response) => {
    ownPage(request)
    if (!isPaired(request)) {
      // The right token is let through whatever others guess from the same network.
      const visitor = visitorOf(request, trustProxy)
      if (failures.isOver(visitor)) throw tooOften()
      failures.add(visitor)
      throw new Refusal(401, 'Chưa ghép với máy chủ này.')
    }
    const post = presenterPostIn(await bodyOf(request))
    if (!post) throw new Refusal(400, 'Không hiểu.')
    const outcome = await change(post)
    if (outcome.kind === 'unknown') throw new Refusal(422, 'Bộ trang chiếu không có trang này.')
    if (outcome.kind === 'superseded') throw new Refusal(409, 'Máy khác đang trình bày.')
    asserted = performance.now()
    if (outcome.kind === 'changed') counts.published++
    tell()
    const { lease, seq } = outcome.presentation
    answer(response, { lease, seq, viewers: everywhere() } satisfies PresenterAnswer)
  }

  const pair: Handler = async (request, response) => {
    ownPage(request)
    const visitor = visitorOf(request, trustProxy)
    // Codes are short enough to be typed: a guess beyond the limit is not even looked at.
    if (failures.isOver(visitor)) throw tooOften()
    const code = pairingCodeIn(await bodyOf(request))
    if (code === undefined) throw new Refusal(400, 'Không hiểu.')
    if (failures.isOver(visitor)) throw tooOften()
    const token = await keys.pair(code)
    if (!token) {
      failures.add(visitor)
      throw new Refusal(
        403,
        'Mã không đúng hoặc đã dùng rồi. Xem mã mới ở cửa sổ đang chạy máy chủ.',
      )
    }
    const forwarded = trustProxy && request.headers['x-forwarded-proto'] === 'https'
    const secure = options.tls !== undefined || forwarded
    // A browser that was paired before needs its old ones no more.
    const old = tokensOf(request).filter(keys.holds)
    const cookies = [cookieOf(token, secure), ...old.map((each) => cookieOf(each, secure, 0))]
    answer(response, { token }, { 'Set-Cookie': cookies })
  }

  const health: Handler = (_, response) => {
    const silent = Math.round((performance.now() - asserted) / 1000)
    answer(response, {
      viewers: viewers.count,
      dropped: viewers.dropped,
      seq: presentationNow().seq,
      cutOff: relayState.isCutOff(),
      unkept: relayState.disk.refusals,
      unwritten: relayState.disk.owes,
      // Seconds since the presenter was heard; none since this relay runs.
      presenter: Number.isNaN(silent) ? null : silent,
      lag: Math.round(lag.percentile(99) / 1e6),
      ...counts,
    })
  }

  const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
    '/live': { GET: follow, POST: present },
    '/live/state': { GET: state },
    '/live/pair': { GET: file('pair-page/pair.html', 'text/html'), POST: pair },
    '/live/pair.js': { GET: file('pair-page/pair.js', 'text/javascript') },
    '/live/pair.css': { GET: file('pair-page/pair.css', 'text/css') },
    // The theme's own roles: this page is no part of the build.
    '/live/tokens.css': { GET: file('../theme/tokens.css', 'text/css') },
    '/healthz': { GET: health },
  }

  const guard = (response: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  }

  const respond: Handler = async (request, response) => {
    const [path = '', query] = (request.url ?? '').split('?')
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (!route) {
      guard(response)
      const paired = isPaired(request)
      // Whoever does not present follows: the deck's page knows it by its address, whatever else
      // those who passed the link on have written there.
      const opened = request.headers.accept?.includes('text/html')
      const deck = path === '/' || (path === '/index.html' && opened)
      if (deck && !paired && !new URLSearchParams(query).has('theo')) {
        response.writeHead(302, { Location: './?theo', 'Cache-Control': 'no-store' }).end()
        return
      }
      // Typed with a slash behind it, as many addresses have one.
      if (path === '/live/pair/') {
        response.writeHead(302, { Location: '../pair', 'Cache-Control': 'no-store' }).end()
        return
      }
      return options.site(request, response, paired)
    }
    // Who watches over a server often asks for the head alone; Node sends no more then. A stream has none.
    const isHead = request.method === 'HEAD' && route.GET !== follow
    const method = isHead ? 'GET' : (request.method ?? '')
    const handler = Object.hasOwn(route, method) ? route[method] : undefined
    if (handler !== follow) guard(response)
    if (handler) return handler(request, response)
    throw new Refusal(405, 'Không dùng được cách này.', { Allow: Object.keys(route).join(', ') })
  }

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    // A proxy that puts a path together of two writes two slashes where they meet.
    request.url = request.url?.replace(/^\/{2,}/, '/')
    // The service worker of these pages has to know that they are a relay's.
    if (request.url === '/sw.js') request.url = '/sw-live.js'
    // What only this request broke is answered to it: the others go on.
    respond(request, response)?.catch((error: unknown) => {
      if (error instanceof Refusal) counts.refused++
      else console.error('Lỗi khi trả lời một yêu cầu:', error)
      if (!response.headersSent) guard(response)
      refuse(response, error instanceof Refusal ? error : new Refusal(500, 'Máy chủ có lỗi.'))
    })
  }

  const settings = {
    headersTimeout: head,
    requestTimeout: whole,
    connectionsCheckingInterval: look,
    maxHeaderSize: 8192,
    keepAlive: true,
  }
  const server = options.tls
    ? createSecureServer({ ...settings, ...options.tls, handshakeTimeout: head }, serve)
    : createServer(settings, serve)
  server.maxConnections = connections
  if (!trustProxy) capNetworks(server, Math.ceil(connections * 0.6))

  return {
    server,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      await viewers.close()
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const late = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearInterval(idle)
      clearTimeout(late)
      clearInterval(listening)
      lag.disable()
      await keys.close()
      await relayState.close()
    },
  }
}

/** Leaves room for others, whatever one network opens. */
function capNetworks(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress ?? '')
    const here = (open.get(network) ?? 0) + 1
    if (here > most) {
      socket.destroy()
      return
    }
    open.set(network, here)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
  })
}
