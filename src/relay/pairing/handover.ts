import { bare } from './pairing.ts'

/**
 * What a paired screen hands to the phone that uses the code lent to it. Kept in memory, until the code
 * is used, has expired or another one is lent; other relays do not have it.
 */
export interface Handover {
  keep(code: string, text: string, lifetime: number): void
  /** Gives it away, once. */
  take(code: string): string | undefined
}

/** Makes a handover that holds nothing. */
export function handover(): Handover {
  let held: { readonly code: string; readonly text: string } | undefined
  let late: ReturnType<typeof setTimeout> | undefined
  const drop = () => {
    clearTimeout(late)
    held = undefined
  }
  return {
    keep(code, text, lifetime) {
      drop()
      held = { code: bare(code), text }
      late = setTimeout(drop, lifetime).unref()
    },
    take(code) {
      if (held?.code !== bare(code)) return undefined
      const { text } = held
      drop()
      return text
    },
  }
}
