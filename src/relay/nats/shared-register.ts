import type { Register } from '../state/register.ts'

/** An entry of the shared store. */
export interface Kept {
  /** Grows with each value that is set for any key. */
  readonly revision: number
  /** Unchecked: something else may have written it. */
  readonly value: unknown
}

/** A store that several relays can reach. Every call may fail, and fails soon. */
export interface KvStore {
  get(key: string): Promise<Kept | undefined>
  /**
   * Sets a value if the newest revision is still `after` (0: none was set). Returns the new
   * revision, or undefined if another value was set meanwhile.
   */
  set(key: string, value: unknown, after: number): Promise<number | undefined>
}

/** The parts of a register that several relays share. */
interface Share<T> {
  readonly key: string
  /** This relay's own copy. */
  readonly local: Register<T>
  readonly read: (value: unknown) => T | undefined
  /** Merges two values that were set independently. */
  readonly join: (one: T, other: T) => T
  /** The store; undefined while it cannot be reached. */
  readonly store: () => KvStore | undefined
  /** Called when the store cannot be reached any more. */
  readonly lose: () => void
}

/** A value that relays agree on while the store can be reached; otherwise each goes on alone. */
export class SharedRegister<T> implements Register<T> {
  readonly #share: Share<T>
  /** The revision of the newest value read or set. */
  #revision = 0
  /** Whether this relay has a change that is not in the store. */
  #owes = true
  #turn: Promise<unknown> = Promise.resolve()

  constructor(share: Share<T>) {
    this.#share = share
  }

  current(): T | undefined {
    return this.#share.local.current()
  }

  subscribe(listener: (value: T) => void): void {
    this.#share.local.subscribe(listener)
  }

  change(make: (newest: T | undefined) => T | undefined): Promise<void> {
    return this.#next(async () => {
      const { local, store, lose } = this.#share
      const place = store()
      try {
        while (place) {
          const newer = make(local.current())
          if (newer === undefined || newer === local.current()) return
          if (!(await this.#set(place, newer))) await this.#fetch(place)
          else return local.change(() => newer)
        }
      } catch {
        lose()
      }
      this.#owes = true
      return local.change(make)
    })
  }

  /** Adopts a value that another relay set. */
  hear(kept: Kept): Promise<void> {
    // While a change is not in the store, `agree` merges instead.
    return this.#next(async () => (this.#owes ? undefined : this.#take(kept)))
  }

  /** Merges local and remote state. */
  agree(store: KvStore): Promise<void> {
    return this.#next(async () => {
      const { key, local, read, join } = this.#share
      for (;;) {
        const kept = await store.get(key)
        // A lower revision: the store was restored without its last seconds, so it is merged.
        if (!this.#owes && kept && kept.revision >= this.#revision) return this.#take(kept)
        const own = local.current()
        const other = kept && read(kept.value)
        const both = own && other ? join(own, other) : (own ?? other)
        this.#revision = kept?.revision ?? 0
        const news = both && JSON.stringify(both) !== JSON.stringify(other)
        if (news && !(await this.#set(store, both))) continue
        this.#owes = false
        return local.change(() => both)
      }
    })
  }

  /**
   * Runs one action after another: values that this relay sets itself do not arrive as news
   * between.
   */
  #next(act: () => Promise<void> | void): Promise<void> {
    const done = this.#turn.then(act)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async #set(store: KvStore, value: T): Promise<boolean> {
    const revision = await store.set(this.#share.key, value, this.#revision)
    this.#revision = revision ?? this.#revision
    return revision !== undefined
  }

  async #fetch(store: KvStore): Promise<void> {
    const kept = await store.get(this.#share.key)
    // The value read last is gone, because the store lost data or is another one.
    if (!kept || kept.revision < this.#revision) throw new Error('lost')
    await this.#take(kept)
  }

  async #take({ revision, value }: Kept): Promise<void> {
    if (revision <= this.#revision) return
    this.#revision = revision
    const { local, read } = this.#share
    await local.change(() => read(value))
  }
}
