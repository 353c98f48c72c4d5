import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { KV, KvWatchEntry } from '@nats-io/kv'
import type { NatsConnection, QueuedIterator } from '@nats-io/transport-node'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { DeckError } from '../../model/error.ts'
import { asRecord } from '../../model/record.ts'
import { presentationIn } from '../../model/talk/relay-protocol.ts'
import { lazyRequire } from '../../system/packages.ts'
import { mergePairingKeys, pairingKeysIn } from '../pairing/pairing.ts'
import { newestPresentation } from '../presentation.ts'
import { mergePools, poolIn } from '../state/own-pool.ts'
import type { RelayState } from '../state/relay-state.ts'
import { fileState } from '../state/state-file.ts'
import { type KvStore, SharedRegister } from './shared-register.ts'

/** How long NATS may take to answer, and the pause between two checks of the connection, in ms. */
const patience = 1000
const pause = 2000

/** How long another relay's number of viewers counts without being repeated, in ms. */
const belief = 10_000

/** NATS's error code for an update that is based on a revision other than the newest. */
const wrongLastSequence = 10071

/** The state of the connection; `refused` means a wrong name or password. */
export type Reach = 'joined' | 'away' | 'refused'

/** Where relays share their state. */
export interface NatsPlace {
  /** Addresses of the servers of one NATS, such as `nats://10.0.0.5:4222`. */
  readonly servers: readonly string[]
  readonly user?: string | undefined
  readonly pass?: string | undefined
  /** The deck's id: only relays of the same deck share a state. */
  readonly deck: string
  /** The file in which this relay keeps its own copy, for when NATS is away. */
  readonly path: string
  readonly runningOrder: RunningOrder
  /** Called when the state of the connection changes. */
  readonly onReach?: (reach: Reach) => void
  /** Called with the first error of the disk, and with undefined once everything is written. */
  readonly onDisk?: (refusal: unknown) => void
}

/** The packages of NATS, which only a relay that shares its state needs to have installed. */
function library() {
  const { connect, errors } =
    lazyRequire<typeof import('@nats-io/transport-node')>('@nats-io/transport-node')
  const { Kvm } = lazyRequire<typeof import('@nats-io/kv')>('@nats-io/kv')
  return { connect, errors, Kvm }
}

/** Rejects if NATS does not answer in time. */
const answered = <T>(asked: Promise<T>): Promise<T> =>
  Promise.race([
    asked,
    wait(patience, undefined, { ref: false }).then(() => {
      throw new Error('no answer')
    }),
  ])

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The key was deleted, or something else wrote to it.
    return undefined
  }
}

const storeIn = (bucket: KV): KvStore => ({
  async get(key) {
    const entry = await answered(bucket.get(key))
    return entry ? { revision: entry.revision, value: parsed(entry.string()) } : undefined
  },
  set: (key, value, after) =>
    bucket
      .put(key, JSON.stringify(value), { previousSeq: after, timeout: patience })
      .catch((error: unknown) => {
        if (asRecord(error).code === wrongLastSequence) return undefined
        throw error
      }),
})

/**
 * The state that any number of relays share through one NATS. While it is away, each relay goes on
 * alone and merges its changes later. Throws a `DeckError` if NATS refuses name or password at the
 * start.
 */
export async function natsState(place: NatsPlace): Promise<RelayState> {
  const { servers, user, pass, deck, path, runningOrder, onReach, onDisk } = place
  const { connect, errors, Kvm } = library()
  const name = `bao-cao-vien-${deck}`
  const own = fileState(path, runningOrder, onDisk)
  let nats: NatsConnection | undefined
  let store: KvStore | undefined
  let news: QueuedIterator<KvWatchEntry> | undefined
  let refused = false
  let told: Reach | undefined
  const turn = (newer: KvStore | undefined) => {
    store = newer
    if (newer) refused = false
    const now = newer ? 'joined' : refused ? 'refused' : 'away'
    if (now !== told) onReach?.(now)
    told = now
  }
  const isRefusal = (error: unknown) =>
    error instanceof errors.AuthorizationError ||
    error instanceof errors.UserAuthenticationExpiredError
  const reach = { store: () => store, lose: () => turn(undefined) }
  const presentation = new SharedRegister({
    ...reach,
    key: 'presentation',
    local: own.presentation,
    read: (value) => presentationIn(runningOrder, value),
    join: newestPresentation,
  })
  const ownSlides = new SharedRegister({
    ...reach,
    key: 'own',
    local: own.ownSlides,
    read: (value) => poolIn(runningOrder, value),
    join: mergePools,
  })
  const pairingKeys = new SharedRegister({
    ...reach,
    key: 'keys',
    local: own.pairingKeys,
    read: pairingKeysIn,
    join: mergePairingKeys,
  })

  const agree = (found: KvStore) =>
    Promise.all([presentation, ownSlides, pairingKeys].map((register) => register.agree(found)))

  const id = randomUUID()
  const elsewhere = new Map<string, { viewers: number; until: number }>()
  let here = () => 0
  const listeners: ((value: unknown) => void)[] = []
  const join = async () => {
    const connected = await connect({
      servers: [...servers],
      ...(user !== undefined && { user }),
      ...(pass !== undefined && { pass }),
      name,
      timeout: patience,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
    })
    nats = connected
    connected.subscribe(`${name}.viewers`, {
      callback: (_, message) => {
        const { id: other, viewers } = asRecord(parsed(message.string()))
        if (typeof other !== 'string' || typeof viewers !== 'number' || other === id) return
        elsewhere.set(other, { viewers, until: performance.now() + belief })
      },
    })
    // Outside of the bucket, thus on no stream: NATS passes it on and keeps nothing.
    connected.subscribe(`${name}.passing`, {
      callback: (_, message) => {
        const { id: other, told } = asRecord(parsed(message.string()))
        if (other !== id) for (const listen of listeners) listen(told)
      },
    })
    void (async () => {
      for await (const status of connected.status()) {
        if (status.type === 'error') refused ||= isRefusal(status.error)
        if (status.type === 'error' ? refused : status.type === 'disconnect') reach.lose()
      }
    })()
    // After two refusals in a row the library closes a connection for good; the next check makes
    // one.
    void connected.closed().then(() => {
      if (nats === connected) nats = undefined
      reach.lose()
    })
    return connected
  }
  /** Opens the bucket and watches it; after an interruption as if for the first time. */
  const find = async (connected: NatsConnection) => {
    const bucket = await answered(new Kvm(connected).create(name))
    news?.stop()
    const heard = await answered(bucket.watch())
    news = heard
    void (async () => {
      for await (const entry of heard) {
        const kept = { revision: entry.revision, value: parsed(entry.string()) }
        if (entry.key === 'presentation') await presentation.hear(kept)
        if (entry.key === 'own') await ownSlides.hear(kept)
        if (entry.key === 'keys') await pairingKeys.hear(kept)
      }
    })().catch(reach.lose)
    const found = storeIn(bucket)
    await agree(found)
    return found
  }
  let closed = false
  const look = async () => {
    try {
      const connected = nats ?? (await join())
      if (store) await agree(store)
      else turn(await find(connected))
      connected.publish(`${name}.viewers`, JSON.stringify({ id, viewers: here() }))
    } catch (error) {
      // At the first attempt wrong credentials are an error for whoever starts the relay to fix.
      if (told === undefined && isRefusal(error)) throw error
      refused ||= isRefusal(error)
      reach.lose()
    }
  }
  try {
    await look()
  } catch (cause) {
    const hint = 'Đặt NATS_USER và NATS_PASSWORD đúng như trong cấu hình của NATS.'
    throw new DeckError('NATS từ chối tên hoặc mật khẩu.', hint, { cause })
  }
  void (async () => {
    while (!closed) {
      await wait(pause, undefined, { ref: false })
      await look()
    }
  })()
  return {
    presentation,
    ownSlides,
    pairingKeys,
    passing: {
      tell(told) {
        // The library would keep it until NATS is back.
        if (store && nats && !nats.isClosed())
          nats.publish(`${name}.passing`, JSON.stringify({ id, told }))
      },
      hear: (listener) => listeners.push(listener),
    },
    disk: own.disk,
    isCutOff: () => store === undefined,
    count(tally) {
      here = tally
      return () => {
        let total = tally()
        for (const [other, { viewers, until }] of elsewhere) {
          if (until > performance.now()) total += viewers
          else elsewhere.delete(other)
        }
        return total
      }
    },
    async close() {
      closed = true
      // A server that is not NATS may never close the connection; the relay's own state is saved
      // anyway.
      await Promise.race([nats?.close(), wait(patience)])
      await own.close()
    },
  }
}
