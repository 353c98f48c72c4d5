import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { asRecord } from '../../model/record.ts'
import type { Register } from '../state/register.ts'

/**
 * The keys that let browsers present, stored as SHA-256 digests (hex), so that whoever reads them
 * cannot present.
 */
export interface PairingKeys {
  /** How many times all keys were revoked. */
  readonly age: number
  /** Digests of the valid pairing codes, one or two per relay; each can be used once. */
  readonly codes: readonly string[]
  /** Digests of the tokens of paired browsers, newest last. */
  readonly tokens: readonly string[]
}

/** Exchanges a one-time code for a token, by which a browser may present. */
export interface Pairing {
  /** This relay's valid code, in two groups of five: `ABCDE-23456`. */
  readonly code: string
  /** Uses a code up and resolves with a new token; undefined if the code is not valid. */
  pair(code: string): Promise<string | undefined>
  /**
   * Resolves with a further code, which is withdrawn after `lifetime` ms, or when the next one is lent.
   */
  lend(lifetime: number): Promise<string>
  /** Whether the code that was lent last has been used. */
  lentIsUsed(): boolean
  /** Whether a token is valid. */
  holds(token: string): boolean
  /** Revokes all tokens and codes. */
  rotate(): Promise<void>
  /** Withdraws this relay's code, because nobody can read it any more. */
  close(): Promise<void>
}

/**
 * The characters of codes, without those that look alike (I, L, O, 0, 1). Ten of them are 49 bits.
 */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** The most paired browsers; one more revokes the oldest. */
const mostTokens = 8

/** The most relays with a valid code; one more withdraws the oldest code. */
const mostCodes = 64

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const wordOf = (text: string): string => digestOf(text).toString('hex')

const newCode = (): string => {
  const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A typed code without separators, in upper case. */
export const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z\d]/g, '')

/**
 * The digest of a text, if it is among these. Compares with every one in constant time, so that the
 * duration reveals nothing.
 */
function fitting(digests: readonly string[], text: string): string | undefined {
  const digest = digestOf(text)
  return digests.filter((each) => timingSafeEqual(Buffer.from(each, 'hex'), digest))[0]
}

const empty: PairingKeys = { age: 0, codes: [], tokens: [] }

const digestsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((each) => typeof each === 'string' && /^[\da-f]{64}$/.test(each))
    : []

/**
 * Parses pairing keys; undefined if the value is not a record with a valid `age`. Invalid digests
 * are dropped.
 */
export function pairingKeysIn(value: unknown): PairingKeys | undefined {
  const { age, codes, tokens } = asRecord(value)
  if (typeof age !== 'number' || !Number.isSafeInteger(age) || age < 0) return undefined
  return {
    age,
    codes: digestsIn(codes).slice(-mostCodes),
    tokens: digestsIn(tokens).slice(-mostTokens),
  }
}

/**
 * Merges the keys of two relays that could not reach each other. If one has revoked all keys since,
 * only its keys are valid.
 */
export function mergePairingKeys(one: PairingKeys, other: PairingKeys): PairingKeys {
  if (one.age !== other.age) return one.age > other.age ? one : other
  const both = (name: 'codes' | 'tokens') => [...new Set([...one[name], ...other[name]])]
  return {
    age: one.age,
    codes: both('codes').slice(-mostCodes),
    tokens: both('tokens').slice(-mostTokens),
  }
}

/** Options of `pairingWith`. */
interface PairingOptions {
  /**
   * Called when this relay has a new code, and why: the old one was used, or all keys were revoked.
   */
  readonly onCode?: (reason: 'paired' | 'rotated') => void
}

/**
 * Parses the keys that a stopped relay left in its file, without codes: nobody displays those any
 * more.
 */
export function pairingKeysLeft(value: unknown): PairingKeys | undefined {
  const pairingKeys = pairingKeysIn(value)
  return pairingKeys && { ...pairingKeys, codes: [] }
}

/**
 * Pairs browsers with keys that several relays may share. Publishes a code, and a new one whenever
 * that code is used or revoked.
 */
export function pairingWith(
  pairingKeys: Register<PairingKeys>,
  { onCode }: PairingOptions = {},
): Pairing {
  let code = newCode()
  let age = pairingKeys.current()?.age ?? 0
  const change = (make: (newest: PairingKeys) => PairingKeys) =>
    pairingKeys.change((now) => make(now ?? empty))
  const offer = (code: string) =>
    change((now) => ({ ...now, codes: [...now.codes, wordOf(bare(code))].slice(-mostCodes) }))
  const withdraw = (code: string) => {
    const own = wordOf(bare(code))
    return change((now) =>
      now.codes.includes(own) ? { ...now, codes: now.codes.filter((each) => each !== own) } : now,
    )
  }
  let takeBack = () => Promise.resolve()
  /** The code lent last, until it is withdrawn; `age` is that of the keys when it was offered. */
  let lent: { readonly digest: string; readonly age: number } | undefined
  let closed = false
  let offered = false
  pairingKeys.subscribe((newer) => {
    const reason = newer.age === age ? 'paired' : 'rotated'
    age = newer.age
    const good = newer.codes.includes(wordOf(bare(code)))
    // Before our code was published, its absence does not mean it was used.
    if (good || !offered || closed) {
      offered ||= good
      return
    }
    offered = false
    code = newCode()
    void offer(code)
    onCode?.(reason)
  })
  void offer(code)
  return {
    get code() {
      return code
    },
    async pair(tried) {
      let token: string | undefined
      await change((now) => {
        const used = fitting(now.codes, bare(tried))
        token = used && randomBytes(32).toString('base64url')
        if (!token) return now
        return {
          ...now,
          codes: now.codes.filter((each) => each !== used),
          tokens: [...now.tokens, wordOf(token)].slice(-mostTokens),
        }
      })
      return token
    },
    async lend(lifetime) {
      await takeBack()
      const code = newCode()
      const late = setTimeout(() => void takeBack(), lifetime).unref()
      takeBack = () => {
        clearTimeout(late)
        if (!this.lentIsUsed()) lent = undefined
        return withdraw(code)
      }
      await offer(code)
      lent = { digest: wordOf(bare(code)), age }
      return code
    },
    lentIsUsed() {
      const { age, codes } = pairingKeys.current() ?? empty
      return lent !== undefined && age === lent.age && !codes.includes(lent.digest)
    },
    holds: (token) => fitting(pairingKeys.current()?.tokens ?? [], token) !== undefined,
    rotate: () => change((now) => ({ age: now.age + 1, codes: [], tokens: [] })),
    close() {
      closed = true
      return takeBack().then(() => withdraw(code))
    },
  }
}
