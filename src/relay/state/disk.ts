/**
 * Records which files of a relay could not be written. `tell` is called with the error when a write
 * fails, unless one is pending already, and with undefined once everything is written.
 */
export class Disk {
  readonly #owing = new Set<string>()
  readonly #tell: (refusal: unknown) => void
  /** The number of failed writes. */
  refusals = 0

  constructor(tell: (refusal: unknown) => void = () => undefined) {
    this.#tell = tell
  }

  /** Whether a change would be lost if this process ended now. */
  get owes(): boolean {
    return this.#owing.size > 0
  }

  /** Records that writing a file failed. */
  refuse(path: string, cause: unknown): void {
    const first = !this.owes
    this.refusals++
    this.#owing.add(path)
    if (first) this.#tell(cause)
  }

  /** Records that a file was written. */
  take(path: string): void {
    if (this.#owing.delete(path) && !this.owes) this.#tell(undefined)
  }
}
