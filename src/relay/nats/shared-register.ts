import type { Register } from '../state.ts'

/** A value as it lies where relays share it. */
export interface Kept {
  /** Grows with each value that is set, of any key. */
  readonly revision: number
  /** Anything: somebody else may have set it. */
  readonly value: unknown
}

/** A place that several relays reach; every call may fail, and does so soon. */
export interface KvStore {
  get(key: string): Promise<Kept | undefined>
  /** Sets a value that was made of the one of a revision, 0 for none; nothing if that is not the newest. */
  set(key: string, value: unknown, after: number): Promise<number | undefined>
}

/** What a register of several relays is made of. */
interface Share<T> {
  readonly key: string
  /** What this relay knows by itself. */
  readonly local: Register<T>
  readonly read: (value: unknown) => T | undefined
  /** What both know that could not hear of each other. */
  readonly join: (one: T, other: T) => T
  /** The place, as long as it is within reach. */
  readonly store: () => KvStore | undefined
  /** Called when it no longer is. */
  readonly lose: () => void
}

/** A value on which relays agree as long as they hear of each other; each goes on alone if not. */
export class SharedRegister<T> implements Register<T> {
  readonly #share: Share<T>
  /** Of the newest value heard of. */
  #revision = 0
  /** Whether this relay knows something that the others may not. */
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

  /** Takes what another relay set. */
  hear(kept: Kept): Promise<void> {
    // As long as something is owed, what comes is joined with it when relays agree.
    return this.#next(async () => (this.#owes ? undefined : this.#take(kept)))
  }

  /** Makes sure that everyone knows what anyone knows. */
  agree(store: KvStore): Promise<void> {
    return this.#next(async () => {
      const { key, local, read, join } = this.#share
      for (;;) {
        const kept = await store.get(key)
        // A place that lost its last seconds knows less than it did.
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

  /** One thing after the other: what this relay set itself is not heard as news meanwhile. */
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
    // What this relay heard last is gone, or was never there.
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
