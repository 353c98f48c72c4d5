import type { Message, Role } from './channel.ts'

/** A window that was not heard for this time counts as closed, in ms. */
const silence = 2500

/** How long a window still counts as open after its `bye`, in ms: it may only be reloading. */
const grace = 1500

/** How long a window may take to show what it is told, in ms. */
const patience = 5000

/** A window that does not show what it is told: since when, and when it was last heard. */
interface Apart {
  readonly role: Role
  readonly since: number
  readonly heard: number
}

/** Which other windows of the deck are open, as far as their messages tell. */
export class Presence {
  /** When a window of each role was last heard, by the performance clock. */
  readonly #heard = new Map<Role, number>()
  readonly #apart = new Map<string, Apart>()

  /** Notes a message of another window. */
  hear({ kind, role }: Message): void {
    this.#heard.set(role, performance.now() - (kind === 'bye' ? silence - grace : 0))
  }

  /** Notes whether a window shows what it was told. */
  compare({ from, role }: Message, isSame: boolean): void {
    const heard = performance.now()
    if (isSame) this.#apart.delete(from)
    else this.#apart.set(from, { role, since: this.#apart.get(from)?.since ?? heard, heard })
  }

  /** Whether an open window of this role has long been showing something else. */
  isApart(role: Role): boolean {
    const now = performance.now()
    return [...this.#apart.values()].some(
      (one) => one.role === role && now - one.heard < silence && now - one.since > patience,
    )
  }

  /** Whether a window of this role was heard recently. */
  has(role: Role): boolean {
    return performance.now() - (this.#heard.get(role) ?? Number.NEGATIVE_INFINITY) < silence
  }

  /** Whether no other window was ever heard. */
  get isAlone(): boolean {
    return this.#heard.size === 0
  }
}
