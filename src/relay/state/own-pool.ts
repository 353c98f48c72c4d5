import { createHash } from 'node:crypto'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { type OwnSlides, ownSlidesIn } from '../../model/talk/own-slides.ts'
import { longestSpread, usualSpread } from '../../model/talk/relay-protocol.ts'

/**
 * The own slides that a relay has: those that are presented, and those of a presenter who is about to
 * name them; newest last. They are kept in memory, and where relays share them.
 */
export type OwnPool = readonly OwnSlides[]

/** The most own slides in a pool: the presented ones, and one more that was just posted. */
const most = 2

/** Own slides as they are sent, and the hash by which viewers ask for them, in hexadecimal digits. */
interface Sent {
  readonly json: Buffer
  readonly hash: string
}

const made = new WeakMap<OwnSlides, Sent>()

/**
 * Makes once what is sent of own slides: every post of the presenter asks by the hash, and all viewers
 * get the bytes within a second.
 */
export function sentOf(own: OwnSlides): Sent {
  const known = made.get(own)
  if (known) return known
  const json = Buffer.from(JSON.stringify(own))
  const sent = { json, hash: createHash('sha256').update(json).digest('hex').slice(0, 32) }
  made.set(own, sent)
  return sent
}

/** The hash by which viewers ask for own slides. */
export const hashOf = (own: OwnSlides): string => sentOf(own).hash

/**
 * How many viewers, and how many bytes, a relay sends own slides to in a millisecond, beside all
 * else.
 */
const pace = { viewers: 4, bytes: 8000 }

/** The time within which so many viewers may ask for own slides, in ms. */
export const spreadOf = (own: OwnSlides, viewers: number): number => {
  const bytes = viewers * sentOf(own).json.length
  const enough = Math.ceil(Math.max(viewers / pace.viewers, bytes / pace.bytes))
  return Math.min(Math.max(usualSpread, enough), longestSpread)
}

/** The own slides with a hash. */
export const ownIn = (pool: OwnPool | undefined, hash: string | undefined): OwnSlides | undefined =>
  pool?.find((own) => hashOf(own) === hash)

/** Adds own slides to a pool, in which those that are presented stay. */
export function withOwn(pool: OwnPool = [], own: OwnSlides, presented?: string): OwnPool {
  if (ownIn(pool, hashOf(own))) return pool
  const kept = ownIn(pool, presented)
  return kept ? [kept, own] : [own]
}

/** The own slides of a pool that are presented; the same pool if there are no others. */
export const onlyOwn = (pool: OwnPool = [], presented: string | undefined): OwnPool =>
  pool.every((own) => hashOf(own) === presented)
    ? pool
    : pool.filter((own) => hashOf(own) === presented)

/** Merges the pools of two relays that could not reach each other. */
export const mergePools = (one: OwnPool, other: OwnPool): OwnPool =>
  [...one, ...other.filter((own) => !ownIn(one, hashOf(own)))].slice(-most)

/** Reads a pool that another relay has stored; drops what this deck cannot show. */
export const poolIn = (runningOrder: RunningOrder, value: unknown): OwnPool | undefined =>
  Array.isArray(value)
    ? value.slice(-most).flatMap((each) => ownSlidesIn(runningOrder, each) ?? [])
    : undefined
