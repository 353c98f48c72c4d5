/** What the commands were compiled from, and what they would be compiled from now, as hashes. */
export interface Inputs {
  /** Empty if a source changed meanwhile, so that nobody knows. */
  readonly hash: string
  readonly now: () => string
}

export function areOlder(deckFiles: readonly string[], time: number): boolean
export function hashInputs(deckFiles: readonly string[]): string
