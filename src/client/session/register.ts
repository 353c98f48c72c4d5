import { newest, type Versioned } from '../../model/talk/versioned.ts'

/** A change to a value. */
export type Change<Value> = (value: Value) => Value

/** A change made in this window, and its wall-clock time in ms. */
interface Deed<Value> {
  readonly change: Change<Value>
  readonly when: number
  /** The same moment by the performance clock, which nobody sets. */
  readonly at: number
  /**
   * From an address, not from a user: applies to a stored value, but never against an open
   * window's.
   */
  readonly supposed?: boolean
}

/** By how much a clock is set back at least, in ms; less is how far the two clocks drift apart. */
const leastJump = 1000

/**
 * When a change was made by the clock as it goes now. One that was made before the system's clock
 * was set back would be later than everything that other windows set afterwards.
 */
function timeOf<Value>({ when, at, supposed }: Deed<Value>): number {
  const now = Date.now() - (performance.now() - at)
  return supposed || when - now < leastJump ? when : now
}

/** How long a change may be applied again to what windows that were open all the time tell, in ms. */
const recent = 30_000

/**
 * A value that all windows share, as this window knows it. It can be changed before another window
 * or the storage has told what it was: such changes are applied again to the value found later, so
 * that neither is lost.
 */
export class Register<Value> {
  #now: Versioned<Value>
  #deeds: Deed<Value>[] = []
  #supposed = false
  /** Whether a value from another window or the storage was found. */
  #founded = false
  #ripe = false

  constructor(value: Value) {
    this.#now = { value, revision: 0, by: '', when: 0 }
  }

  get now(): Versioned<Value> {
    return this.#now
  }

  /** Whether the value comes from an address and no window has confirmed it. */
  get isSupposed(): boolean {
    return this.#supposed
  }

  /** Changes the value; the caller tells the other windows. */
  set(change: Change<Value>, by: string, when: number): Versioned<Value> {
    // A talk has thousands of changes.
    if (this.#ripe) this.#deeds = this.#deeds.filter((deed) => timeOf(deed) > when - recent)
    this.#deeds.push({ change, when, at: performance.now() })
    this.#supposed = false
    this.#now = { value: change(this.#now.value), revision: this.#now.revision + 1, by, when }
    return this.#now
  }

  /** Changes the value until more is known; the value of any open window wins. */
  suppose(change: Change<Value>, when: number): void {
    this.#deeds = [{ change, when, at: performance.now(), supposed: true }]
    this.#supposed = true
    this.#now = { ...this.#now, value: change(this.#now.value), by: '', when }
  }

  /**
   * Sets what was supposed, because nobody has told otherwise in time. It has no author and no higher
   * revision, so that a window that answers late still wins.
   */
  settle(when: number): Versioned<Value> {
    this.#supposed = false
    this.#now = { ...this.#now, revision: Math.max(this.#now.revision, 1), when }
    return this.#now
  }

  /**
   * Takes a newer value, from the storage (`kept`) or another window. Returns true if changes of
   * this window were applied to it again, so that the result has to be announced.
   */
  find(found: Versioned<Value>, by: string, kept = false): boolean {
    // Changes to an unknown value are not newer than the one found, whatever their revision says.
    const blind = !this.#founded && found.revision > 0
    if (!blind && newest(this.#now, found) === this.#now) return false
    this.#founded = true
    const later = this.#deeds.filter(
      (deed) => timeOf(deed) > found.when && (kept || !deed.supposed),
    )
    const last = later.at(-1)
    this.#supposed = later.length > 0 && later.every(({ supposed }) => supposed)
    if (!last) {
      this.#now = found
      return false
    }
    const value = later.reduce((value, { change }) => change(value), found.value)
    this.#now = this.#supposed
      ? { value, revision: found.revision, by: '', when: last.when }
      : { value, revision: Math.max(found.revision, this.#now.revision) + 1, by, when: last.when }
    return !this.#supposed
  }

  /** Forgets the changes until now, because what is found from now on was set after them. */
  ripen(): void {
    this.#founded = true
    this.#ripe = true
    this.#deeds = []
  }
}
