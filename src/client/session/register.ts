import { newest, type Versioned } from '../../model/talk/versioned.ts'

/** Something done to a value. */
export type Change<Value> = (value: Value) => Value

/** What was done, and when, by the wall clock. */
interface Deed<Value> {
  readonly change: Change<Value>
  readonly when: number
  /** Only supposed, from an address: it stands on what was kept, never against an open window. */
  readonly supposed?: boolean
}

/**
 * A value that all windows share, as one of them knows it. A window is used before it has heard
 * what stood: what was done meanwhile is done again on what it finds, so that neither is lost.
 */
export class Register<Value> {
  #now: Versioned<Value>
  #deeds: Deed<Value>[] = []
  #supposed = false
  /** Whether anything was found that was not done here. */
  #founded = false

  constructor(value: Value) {
    this.#now = { value, revision: 0, by: '', when: 0 }
  }

  get now(): Versioned<Value> {
    return this.#now
  }

  /** Whether what stands is only supposed. */
  get isSupposed(): boolean {
    return this.#supposed
  }

  /** Does something that is told to all. */
  set(change: Change<Value>, by: string, when: number): Versioned<Value> {
    this.#deeds.push({ change, when })
    this.#supposed = false
    this.#now = { value: change(this.#now.value), revision: this.#now.revision + 1, by, when }
    return this.#now
  }

  /** Shows something until more is known; any window that is open knows better. */
  suppose(change: Change<Value>, when: number): void {
    this.#deeds = [{ change, when, supposed: true }]
    this.#supposed = true
    this.#now = { ...this.#now, value: change(this.#now.value), by: '', when }
  }

  /** Takes what is newer, was it `kept` or told; true if something was done again on it. */
  find(found: Versioned<Value>, by: string, kept = false): boolean {
    // What was done on nothing is not newer than what was found, whatever it counts.
    const blind = !this.#founded && found.revision > 0
    if (!blind && newest(this.#now, found) === this.#now) return false
    this.#founded = true
    const later = this.#deeds.filter(
      ({ when, supposed }) => when > found.when && (kept || !supposed),
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

  /** Does nothing again from now on: what comes later than this was set by others. */
  ripen(): void {
    this.#founded = true
    this.#deeds = []
  }
}
