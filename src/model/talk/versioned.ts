import { fieldsOf } from '../record.ts'

/** A value that any window may set: the newest stands in all of them. */
export interface Stamped<Value> {
  readonly value: Value
  /** Counts the settings that this one has seen, itself included. */
  readonly version: number
  /** The window that set it; decides between two of one version. */
  readonly by: string
  /** When it was set, in milliseconds of the wall clock. */
  readonly when: number
}

/** Which of two stands; the order in which they arrive does not matter. */
export const newest = <Value>(one: Stamped<Value>, other: Stamped<Value>): Stamped<Value> =>
  other.version > one.version || (other.version === one.version && other.by > one.by) ? other : one

/** A stamped value read from anything, its own value by `read`; nothing if it is none. */
export function stampedIn<Value>(
  value: unknown,
  read: (value: unknown) => Value | undefined,
): Stamped<Value> | undefined {
  const { version, by, when, value: inner } = fieldsOf(value)
  if (!Number.isSafeInteger(version) || typeof by !== 'string' || !Number.isFinite(when)) {
    return undefined
  }
  const own = read(inner)
  // Both were found to be numbers above, which `Number.is…` does not tell the compiler.
  return own && { value: own, version: version as number, by, when: when as number }
}
