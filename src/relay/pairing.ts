import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { asRecord } from '../model/record.ts'
import type { Register } from './state/register.ts'

/** What opens the room, as digests: whoever reads them can present nothing. */
export interface PairingKeys {
  /** Counts how often every key was thrown away. */
  readonly age: number
  /** Of the codes that pair a screen, one a relay; each good once. */
  readonly codes: readonly string[]
  /** Of the tokens of the screens that are paired, the newest last. */
  readonly tokens: readonly string[]
}

/** The one-time code that pairs a speaker's screen, and the tokens that came of earlier ones. */
export interface Pairing {
  /** This relay's code. */
  readonly code: string
  /** A token for whoever knows a code that is still good, which it is not from then on. */
  pair(code: string): Promise<string | undefined>
  holds(token: string): boolean
  /** Forgets every token, and every code. */
  rotate(): Promise<void>
  /** Makes this relay's code good for nothing: there is nobody any more to tell it. */
  close(): Promise<void>
}

/** Without the letters and digits that are taken for each other: 49 bits in ten of them. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Presenters beside each other; with one more, the oldest is forgotten. */
const mostTokens = 8

/** Relays beside each other, as far as their codes go. */
const mostCodes = 64

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const wordOf = (text: string): string => digestOf(text).toString('hex')

const newCode = (): string => {
  const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A code as people type it, in small letters or with blanks for the hyphen. */
const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z\d]/g, '')

/** The digest among these that fits a text: all are looked at, so that the time tells nothing. */
function fitting(digests: readonly string[], text: string): string | undefined {
  const digest = digestOf(text)
  return digests.filter((each) => timingSafeEqual(Buffer.from(each, 'hex'), digest))[0]
}

const empty: PairingKeys = { age: 0, codes: [], tokens: [] }

const digestsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((each) => typeof each === 'string' && /^[\da-f]{64}$/.test(each))
    : []

/** A ring read from anything. */
export function pairingKeysIn(value: unknown): PairingKeys | undefined {
  const { age, codes, tokens } = asRecord(value)
  if (typeof age !== 'number' || !Number.isSafeInteger(age) || age < 0) return undefined
  return {
    age,
    codes: digestsIn(codes).slice(-mostCodes),
    tokens: digestsIn(tokens).slice(-mostTokens),
  }
}

/** What two relays know together that could not hear of each other; thrown away stays thrown away. */
export function mergePairingKeys(one: PairingKeys, other: PairingKeys): PairingKeys {
  if (one.age !== other.age) return one.age > other.age ? one : other
  const both = (name: 'codes' | 'tokens') => [...new Set([...one[name], ...other[name]])]
  return {
    age: one.age,
    codes: both('codes').slice(-mostCodes),
    tokens: both('tokens').slice(-mostTokens),
  }
}

/** How keys are kept on a ring. */
interface PairingOptions {
  /** Told of each new code, and why the one before is none any more. */
  readonly onCode?: (reason: 'paired' | 'rotated') => void
}

/** A ring that a relay left behind: codes are good as long as there is somebody to tell them. */
export function pairingKeysLeft(value: unknown): PairingKeys | undefined {
  const pairingKeys = pairingKeysIn(value)
  return pairingKeys && { ...pairingKeys, codes: [] }
}

/** Keys on a ring that relays may share. */
export function pairingWith(
  pairingKeys: Register<PairingKeys>,
  { onCode }: PairingOptions = {},
): Pairing {
  let code = newCode()
  let age = pairingKeys.current()?.age ?? 0
  const change = (make: (newest: PairingKeys) => PairingKeys) =>
    pairingKeys.change((now) => make(now ?? empty))
  const offer = () =>
    change((now) => ({ ...now, codes: [...now.codes, wordOf(bare(code))].slice(-mostCodes) }))
  const withdraw = () => {
    const own = wordOf(bare(code))
    return change((now) => ({ ...now, codes: now.codes.filter((each) => each !== own) }))
  }
  let closed = false
  let offered = false
  pairingKeys.subscribe((newer) => {
    const reason = newer.age === age ? 'paired' : 'rotated'
    age = newer.age
    const good = newer.codes.includes(wordOf(bare(code)))
    // Until the others know of it, a code that they do not have has not been used.
    if (good || !offered || closed) {
      offered ||= good
      return
    }
    offered = false
    code = newCode()
    void offer()
    onCode?.(reason)
  })
  void offer()
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
    holds: (token) => fitting(pairingKeys.current()?.tokens ?? [], token) !== undefined,
    rotate: () => change((now) => ({ age: now.age + 1, codes: [], tokens: [] })),
    close() {
      closed = true
      return withdraw()
    },
  }
}
