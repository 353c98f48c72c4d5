import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { RunningOrder } from '../model/deck/running-order.ts'
import { accessBy } from './access.ts'
import { capNetworks, closeServer } from './connections/connections.ts'
import { takeStreams } from './connections/direct-streams.ts'
import { vanished } from './connections/vanished.ts'
import { showLive } from './live-presentation.ts'
import { handover } from './pairing/handover.ts'
import type { Pairing } from './pairing/pairing.ts'
import { livePointer } from './pointer/live-pointer.ts'
import { router } from './router.ts'
import { addressesRoute } from './routes/addresses.ts'
import { fileRoute } from './routes/file.ts'
import { healthRoute } from './routes/health.ts'
import { followRoute, presentRoute, stateRoute } from './routes/live.ts'
import { offerRoute, ownRoute } from './routes/own-slides.ts'
import { lendRoute, lentRoute, pairRoute } from './routes/pair.ts'
import { pointerRoute } from './routes/pointer.ts'
import type { Routes } from './routes/route.ts'
import { type Site, siteRoute } from './routes/site.ts'
import type { RelayState } from './state/relay-state.ts'
import type { Manners } from './viewers.ts'
import { strangeness } from './visitor.ts'

/** The parts and limits of a relay. Times in milliseconds. */
export interface RelayOptions {
  readonly runningOrder: RunningOrder
  readonly relayState: RelayState
  readonly keys: Pairing
  readonly site: Site
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>
  /** The addresses at which other machines reach it, as far as it knows them. */
  readonly addresses?: () => readonly string[]
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** Whether to take the visitor's address from `X-Forwarded-For`, which a proxy in front sets. */
  readonly trustProxy?: boolean
  /** Limit on open connections; viewers may have 90 %, those of one network 50 %. */
  readonly connections: number
  readonly manners?: Partial<Manners>
  /** Time limits for the head of a request and for all of it, and how often Node checks them. */
  readonly times?: { readonly head: number; readonly whole: number; readonly look: number }
}

/** A server that lets any number of browsers follow one presenter. */
export interface Relay {
  readonly server: Server
  /** Tells viewers to reconnect a little later, and resolves when every connection is closed. */
  stop(): Promise<void>
}

/**
 * How often it is looked for viewers who have vanished, in milliseconds: each connection of the
 * machine, those that others have just closed too, costs 4 µs.
 */
const look = 20_000

/**
 * How long nothing may come from a peer until the system asks whether it is there, in milliseconds.
 * Where the system does not tell how often it sends the same data again, as on a Mac, it finds out
 * by this alone who has vanished.
 */
const idle = 20_000

/** Time for running requests to finish when the relay stops, in milliseconds. */
const grace = 2000

const usualTimes = { head: 10_000, whole: 15_000, look: 5_000 }

/** The usual limits on viewers. */
const mannersFor = (connections: number): Manners => ({
  most: Math.floor(connections * 0.9),
  mostPerAddress: Math.floor(connections * 0.5),
  beat: 1000,
  patience: 30_000,
  pace: 100,
})

/** Creates the HTTP server, or, with a certificate, the HTTPS server. */
function serverFor({ tls, times }: RelayOptions, serve: RequestListener): Server {
  const { head, whole, look } = times ?? usualTimes
  const settings = {
    headersTimeout: head,
    requestTimeout: whole,
    connectionsCheckingInterval: look,
    maxHeaderSize: 8192,
    keepAlive: true,
    keepAliveInitialDelay: idle,
  }
  return tls
    ? createSecureServer({ ...settings, ...tls, handshakeTimeout: head }, serve)
    : createServer(settings, serve)
}

/** Creates a relay for a built deck; the caller makes it listen. */
export function createRelay(options: RelayOptions): Relay {
  const { runningOrder, relayState, keys, headers, connections, trustProxy = false } = options
  const counts = { published: 0, refused: 0, full: 0 }
  const access = accessBy(keys, trustProxy)
  const handedOver = handover()
  const manners = { ...mannersFor(connections), ...options.manners }
  const live = showLive(relayState, runningOrder, manners, headers)
  const { health, stopMeasuring } = healthRoute(live, relayState, counts)
  const isSecure = ({ headers }: IncomingMessage) =>
    options.tls !== undefined || (trustProxy && headers['x-forwarded-proto'] === 'https')
  const stream = followRoute(live, access, counts)
  const routes: Routes = {
    '/live': { GET: stream, POST: presentRoute(live, access, counts) },
    '/live/state': { GET: stateRoute(live) },
    '/live/own-slides': { GET: ownRoute(live), POST: offerRoute(live, access, runningOrder) },
    '/live/pointer': { POST: pointerRoute(livePointer(relayState, live.viewers), access) },
    '/live/pair': {
      GET: fileRoute('pair-page/pair.html', 'text/html'),
      POST: pairRoute(keys, access, handedOver, isSecure),
    },
    '/live/addresses': { GET: addressesRoute(options.addresses, access) },
    '/live/pair/code': { POST: lendRoute(keys, access, handedOver) },
    '/live/pair/lent': { GET: lentRoute(keys, access) },
    '/live/pair.js': { GET: fileRoute('pair-page/pair.js', 'text/javascript') },
    '/live/pair.css': { GET: fileRoute('pair-page/pair.css', 'text/css') },
    // The pairing page is not built, so it loads the theme's tokens from the sources.
    '/live/tokens.css': { GET: fileRoute('../theme/tokens.css', 'text/css') },
    '/healthz': { GET: health },
  }
  const site = siteRoute(options.site, access)
  const server = serverFor(options, router({ routes, stream, site, headers, counts }))
  const { head } = options.times ?? usualTimes
  takeStreams(
    server,
    options.tls !== undefined,
    head,
    (visit) => !strangeness(visit) && live.viewers.admit(visit.socket, access.networkOf(visit)),
  )
  const looking = setInterval(async () => live.viewers.disconnect(await vanished()), look).unref()
  server.maxConnections = connections
  if (!trustProxy) capNetworks(server, Math.ceil(connections * 0.6))
  return {
    server,
    async stop() {
      clearInterval(looking)
      await closeServer(server, live.close, grace)
      stopMeasuring()
      await keys.close()
      await relayState.close()
    },
  }
}
