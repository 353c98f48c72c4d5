/** A value of a relay, which may outlive the process, in a file, or be shared between relays. */
export interface Register<T> {
  /** The newest value; undefined if none was ever set. */
  current(): T | undefined
  /**
   * Sets what `make` returns for the newest value. `make` may be called more than once; the same
   * value or undefined changes nothing. Resolves when the change would survive a crash, or when the
   * disk refused it or does not answer: the write is then retried, or goes on.
   */
  change(make: (newest: T | undefined) => T | undefined): Promise<void>
  /** Calls back with each new value at once, before it is stored. */
  subscribe(listener: (value: T) => void): void
}

/** A register that ends with the process, as a part of one that relays share or alone. */
export function memoryRegister<T>(): Register<T> {
  const listeners: ((value: T) => void)[] = []
  let value: T | undefined
  return {
    current: () => value,
    async change(make) {
      const newer = make(value)
      if (newer === undefined || newer === value) return
      value = newer
      for (const listener of listeners) listener(newer)
    },
    subscribe: (listener) => {
      listeners.push(listener)
    },
  }
}
