import type { IncomingMessage } from 'node:http'
import { Refusal } from './answer.ts'
import type { Pairing } from './pairing/pairing.ts'
import { Failures, strangeness, tokensOf, type Visit, visitorOf } from './visitor.ts'

/** Throws a refusal if the request comes from a page of another origin. */
export function ownPageOnly(request: IncomingMessage): void {
  const why = strangeness(request)
  if (why) throw new Refusal(403, why)
}

/** Tells paired browsers from others, and limits guesses by network. */
export interface Access {
  isPaired(request: IncomingMessage): boolean
  /** The visitor's network, by which limits are counted. */
  networkOf(request: Visit): string
  /** Throws a refusal if this network has guessed wrong too often in the last minute. */
  refuseGuesser(network: string): void
  /** Counts a wrong code or token. */
  countGuess(network: string): void
}

/** Throws a refusal unless the request comes from a page of this server in a paired browser. */
export function presenterOnly(request: IncomingMessage, access: Access): void {
  ownPageOnly(request)
  if (access.isPaired(request)) return
  // Only requests without a valid token count: others on the same network may be guessing.
  const network = access.networkOf(request)
  access.refuseGuesser(network)
  access.countGuess(network)
  throw new Refusal(401, 'Máy này chưa ghép với máy chủ. Ghép lại bằng mã mới.')
}

/**
 * Access for browsers with one of these tokens. With `trustProxy`, a visitor's address comes from
 * `X-Forwarded-For`.
 */
export function accessBy(keys: Pairing, trustProxy: boolean): Access {
  const failures = new Failures()
  return {
    isPaired: (request) => tokensOf(request).some(keys.holds),
    networkOf: (request) => visitorOf(request, trustProxy),
    refuseGuesser(network) {
      if (!failures.isOver(network)) return
      const why = 'Đã thử sai nhiều lần. Đợi một phút rồi thử lại.'
      throw new Refusal(429, why, { 'Retry-After': '60' })
    },
    countGuess: (network) => failures.add(network),
  }
}
