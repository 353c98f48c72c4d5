/** A value that outlives the process it is in. */
export interface Register<T> {
  /** The newest value there is; nothing where none was ever set. */
  current(): T | undefined
  /**
   * Sets what `make` makes of the newest value, for which it may be called more than once; the
   * same value, or none, changes nothing. Resolves when the change survives a crash, or when the
   * disk refused it: then it is written as soon as the disk takes it.
   */
  change(make: (newest: T | undefined) => T | undefined): Promise<void>
  /** Calls back with each new value at once, before it is kept. */
  subscribe(listener: (value: T) => void): void
}
