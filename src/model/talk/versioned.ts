import { asRecord } from '../record.ts'

/** A value that any window may set. All windows show the newest one. */
export interface Versioned<Value> {
  readonly value: Value
  /** One more than the revision that it replaced. */
  readonly revision: number
  /** Id of the window that set it; decides between two of the same revision. */
  readonly by: string
  /** When it was set, wall-clock time in ms. */
  readonly when: number
}

/** The newer of two. The result does not depend on the order in which they arrive. */
export const newest = <Value>(one: Versioned<Value>, other: Versioned<Value>): Versioned<Value> =>
  other.revision > one.revision || (other.revision === one.revision && other.by > one.by)
    ? other
    : one

/**
 * Parses a versioned value of unknown type, its own value by `read`; undefined if it is not one.
 */
export function versionedIn<Value>(
  value: unknown,
  read: (value: unknown) => Value | undefined,
): Versioned<Value> | undefined {
  const { revision, by, when, value: inner } = asRecord(value)
  // Those that follow are counted on from it.
  const isCount = typeof revision === 'number' && Number.isSafeInteger(2 * revision)
  if (!isCount || typeof by !== 'string' || !Number.isFinite(when)) return undefined
  const own = read(inner)
  // It was checked to be a number above, but `Number.is…` does not narrow types.
  return own && { value: own, revision, by, when: when as number }
}
