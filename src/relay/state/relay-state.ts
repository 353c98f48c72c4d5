import type { Presentation } from '../../model/talk/relay-protocol.ts'
import type { PairingKeys } from '../pairing/pairing.ts'
import type { Disk } from './disk.ts'
import type { OwnPool } from './own-pool.ts'
import type { Passing } from './passing.ts'
import type { Register } from './register.ts'

/**
 * The state that relays share: the presentation, the presenter's own slides, the keys to present, and
 * the number of viewers. What is presented is a `Presentation`, in `model/talk/relay-protocol.ts`.
 */
export interface RelayState {
  readonly presentation: Register<Presentation>
  /** Never in a file: a relay that has lost them is sent them again. */
  readonly ownSlides: Register<OwnPool>
  readonly pairingKeys: Register<PairingKeys>
  readonly passing: Passing
  readonly disk: Disk
  /** Whether other relays may exist that this one cannot reach. */
  isCutOff(): boolean
  /**
   * Reports this relay's number of viewers to the others; returns a function that gives the total
   * of all.
   */
  count(here: () => number): () => number
  close(): Promise<void>
}
