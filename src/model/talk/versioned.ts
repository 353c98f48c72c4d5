import { asRecord } from '../record.ts'

/** A value that any window may set: the newest stands in all of them. */
export interface Versioned<Value> {
  readonly value: Value
  /** Counts the settings that this one has seen, itself included. */
  readonly revision: number
  /** The window that set it; decides between two of one version. */
  readonly by: string
  /** When it was set, in milliseconds of the wall clock. */
  readonly when: number
}

/** Which of two stands; the order in which they arrive does not matter. */
export const newest = <Value>(one: Versioned<Value>, other: Versioned<Value>): Versioned<Value> =>
  other.revision > one.revision || (other.revision === one.revision && other.by > one.by)
    ? other
    : one

/** A versioned value read from anything, its own value by `read`; nothing if it is none. */
export function versionedIn<Value>(
  value: unknown,
  read: (value: unknown) => Value | undefined,
): Versioned<Value> | undefined {
  const { revision, by, when, value: inner } = asRecord(value)
  if (!Number.isSafeInteger(revision) || typeof by !== 'string' || !Number.isFinite(when)) {
    return undefined
  }
  const own = read(inner)
  // Both were found to be numbers above, which `Number.is…` does not tell the compiler.
  return own && { value: own, revision: revision as number, by, when: when as number }
}
