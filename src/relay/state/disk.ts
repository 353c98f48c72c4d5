/** How the disk takes what a relay writes; `tell` hears of the first refusal, and when all is written. */
export class Disk {
  readonly #owing = new Set<string>()
  readonly #tell: (refusal: unknown) => void
  /** How often the disk refused. */
  refusals = 0

  constructor(tell: (refusal: unknown) => void = () => undefined) {
    this.#tell = tell
  }

  /** Whether anything would not survive this process. */
  get owes(): boolean {
    return this.#owing.size > 0
  }

  refuse(path: string, cause: unknown): void {
    const first = !this.owes
    this.refusals++
    this.#owing.add(path)
    if (first) this.#tell(cause)
  }

  take(path: string): void {
    if (this.#owing.delete(path) && !this.owes) this.#tell(undefined)
  }
}
