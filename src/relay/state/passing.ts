/** What relays tell each other in passing: none of it is kept, and what is missed is gone. */
export interface Passing {
  /** Tells the other relays that can be reached now. */
  tell(value: unknown): void
  /** Calls back with each thing that another relay tells; unchecked. */
  hear(listener: (value: unknown) => void): void
}

/** For a relay that has no others. */
export const toNobody: Passing = { tell: () => undefined, hear: () => undefined }
