/** A value that outlives the process, in a file or shared between relays. */
export interface Register<T> {
  /** The newest value; undefined if none was ever set. */
  current(): T | undefined
  /**
   * Sets what `make` returns for the newest value. `make` may be called more than once; the same
   * value or undefined changes nothing. Resolves when the change would survive a crash, or when the
   * disk refused it: the write is then retried.
   */
  change(make: (newest: T | undefined) => T | undefined): Promise<void>
  /** Calls back with each new value at once, before it is stored. */
  subscribe(listener: (value: T) => void): void
}
