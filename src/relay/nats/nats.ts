import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { KV, KvWatchEntry } from '@nats-io/kv'
import type { NatsConnection, QueuedIterator } from '@nats-io/transport-node'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { DeckError } from '../../model/error.ts'
import { asRecord } from '../../model/record.ts'
import { lazyRequire } from '../../system/packages.ts'
import { mergePairingKeys, pairingKeysIn } from '../pairing.ts'
import { newestPresentation, presentationIn } from '../presentation.ts'
import { fileState, type RelayState } from '../state.ts'
import { type KvStore, SharedRegister } from './shared-register.ts'

/** How long NATS may take to answer, and how often relays make sure of each other, in milliseconds. */
const patience = 1000
const pause = 2000

/** How long the count of another relay is believed, in milliseconds. */
const belief = 10_000

/** NATS's number for a value that was made of one which is no longer the newest. */
const wrongLastSequence = 10071

/** How NATS is reached; `refused` is without the right name and password. */
export type Reach = 'joined' | 'away' | 'refused'

/** Where a room is shared. */
export interface NatsPlace {
  /** Addresses of the servers of one NATS, as `nats://10.0.0.5:4222`. */
  readonly servers: readonly string[]
  readonly user?: string | undefined
  readonly pass?: string | undefined
  /** The deck's id: relays of another one have another room. */
  readonly deck: string
  /** Where this relay keeps what it knows by itself, for the time NATS is away. */
  readonly path: string
  readonly runningOrder: RunningOrder
  /** Told how NATS is reached, when that changes. */
  readonly onReach?: (reach: Reach) => void
  /** Told of the first thing that the disk refuses, and when all is written. */
  readonly onDisk?: (refusal: unknown) => void
}

/** The packages of NATS, which only a relay that shares its state has installed. */
function library() {
  const { connect, errors } =
    lazyRequire<typeof import('@nats-io/transport-node')>('@nats-io/transport-node')
  const { Kvm } = lazyRequire<typeof import('@nats-io/kv')>('@nats-io/kv')
  return { connect, errors, Kvm }
}

/** What is asked of NATS, as long as there is reason to wait for it. */
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
    // Taken away, or set by something else.
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

/** The state of any number of relays that share one NATS; each goes on alone while it is away. */
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
  const pairingKeys = new SharedRegister({
    ...reach,
    key: 'keys',
    local: own.pairingKeys,
    read: pairingKeysIn,
    join: mergePairingKeys,
  })

  const id = randomUUID()
  const elsewhere = new Map<string, { viewers: number; until: number }>()
  let here = () => 0
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
    void (async () => {
      for await (const status of connected.status()) {
        if (status.type === 'error') refused ||= isRefusal(status.error)
        if (status.type === 'error' ? refused : status.type === 'disconnect') reach.lose()
      }
    })()
    // After two refusals in a row the library gives a connection up for good: another one is made.
    void connected.closed().then(() => {
      if (nats === connected) nats = undefined
      reach.lose()
    })
    return connected
  }
  /** Where the room is, found anew after a time without it: nothing is taken for granted. */
  const find = async (connected: NatsConnection) => {
    const bucket = await answered(new Kvm(connected).create(name))
    news?.stop()
    const heard = await answered(bucket.watch())
    news = heard
    void (async () => {
      for await (const entry of heard) {
        const kept = { revision: entry.revision, value: parsed(entry.string()) }
        if (entry.key === 'presentation') await presentation.hear(kept)
        if (entry.key === 'keys') await pairingKeys.hear(kept)
      }
    })().catch(reach.lose)
    const found = storeIn(bucket)
    await Promise.all([presentation.agree(found), pairingKeys.agree(found)])
    return found
  }
  let closed = false
  const look = async () => {
    try {
      const connected = nats ?? (await join())
      if (store) await Promise.all([presentation.agree(store), pairingKeys.agree(store)])
      else turn(await find(connected))
      connected.publish(`${name}.viewers`, JSON.stringify({ id, viewers: here() }))
    } catch (error) {
      // Before anything was reached, it is for whoever starts this relay to set right.
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
    pairingKeys,
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
      // What is no NATS may never say goodbye; what this relay knows is written all the same.
      await Promise.race([nats?.close(), wait(patience)])
      await own.close()
    },
  }
}
