import type { Message, Role } from './channel.ts'

/** A window that was not heard for this time counts as closed, in ms. */
const silence = 2500

/** How long a window still counts as open after its `bye`, in ms: it may only be reloading. */
const grace = 1500

/** Which other windows of the deck are open, as far as their messages tell. */
export class Presence {
  /** When a window of each role was last heard, by the performance clock. */
  readonly #heard = new Map<Role, number>()

  /** Notes a message of another window. */
  hear({ kind, role }: Message): void {
    this.#heard.set(role, performance.now() - (kind === 'bye' ? silence - grace : 0))
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
