import type { Presentation } from '../../model/talk/relay-protocol.ts'
import type { PairingKeys } from '../pairing.ts'
import type { Disk } from './disk.ts'
import type { Register } from './register.ts'

/** What relays share: what is presented, who may present, and how many look on. */
export interface RelayState {
  readonly presentation: Register<Presentation>
  readonly pairingKeys: Register<PairingKeys>
  readonly disk: Disk
  /** Whether nothing can be heard of the other relays that there may be. */
  isCutOff(): boolean
  /** Tells the others how many look on here, and returns what tells how many do everywhere. */
  count(here: () => number): () => number
  close(): Promise<void>
}
