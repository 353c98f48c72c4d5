import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** The one-time code that pairs a speaker's screen, and the tokens that came of earlier ones. */
export interface Keys {
  /** Good once. */
  readonly code: string
  /** A token for whoever knows the code, which is another one from then on. */
  pair(code: string): string | undefined
  holds(token: string): boolean
  /** Forgets every token, and the code. */
  rotate(): void
}

/** Without the letters and digits that are taken for each other: 49 bits in ten of them. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Presenters beside each other; with one more, the oldest is forgotten. */
const most = 8

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const newCode = (): string => {
  const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** A code as people type it, in small letters or with blanks for the hyphen. */
const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z\d]/g, '')

/** A file that is not there, or damaged, holds no keys: screens are paired again. */
function read(path: string): readonly Buffer[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines
      .filter((line) => /^[\da-f]{64}$/.test(line))
      .map((line) => Buffer.from(line, 'hex'))
  } catch {
    return []
  }
}

/** Keys kept as digests in a file: whoever reads it can present nothing. */
export function keysIn(path: string): Keys {
  let digests = read(path).slice(-most)
  let code = newCode()
  const keep = (newer: readonly Buffer[]) => {
    digests = [...newer]
    const lines = digests.map((digest) => `${digest.toString('hex')}\n`)
    writeFileSync(`${path}.part`, lines.join(''), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  }
  return {
    get code() {
      return code
    },
    pair(tried) {
      if (!timingSafeEqual(digestOf(bare(tried)), digestOf(bare(code)))) return undefined
      const token = randomBytes(32).toString('base64url')
      keep([...digests, digestOf(token)].slice(-most))
      code = newCode()
      return token
    },
    holds(token) {
      const digest = digestOf(token)
      // All of them, whichever fits: the time tells nothing.
      return digests.filter((each) => timingSafeEqual(each, digest)).length > 0
    },
    rotate() {
      code = newCode()
      keep([])
    },
  }
}
