import { asRecord } from '../../model/record.ts'
import { openStorage } from '../session/storage.ts'
import { carried, keyOf, machineKey, markKept, markNone } from './carried.ts'
import { tellChange } from './news.ts'

const { deck = '' } = document.documentElement.dataset

/**
 * The version in force on a page, as it was written: what reads and checks it is not loaded where
 * there is none.
 */
export interface Chosen {
  /** Nothing where the deck is shown as it was published. */
  readonly version?: unknown
  /** What this machine keeps, where the file carries another: the file's stands until it is asked. */
  readonly other?: unknown
}

/** What there is to choose from. */
interface Choice {
  /** What this page keeps on this machine: of the machine, or of a file that carries its own. */
  readonly kept?: unknown
  /** What this machine keeps for what carries none. */
  readonly machine?: unknown
}

/**
 * Chooses the version of a page, here and nowhere else: what was made of a file's version on this
 * machine stands before what the file carries, and that before what the machine keeps.
 */
function choose({ kept, machine }: Choice): Chosen {
  if (kept !== undefined) return { version: kept }
  const text = carried()
  if (text === undefined) return {}
  const version = parsed(text)
  return machine === undefined || isSame(machine, version)
    ? { version }
    : { version, other: machine }
}

/** What a file carries; a damaged one carries nothing, and is shown as it was published. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether two versions are the same as they were written: each is written in one order. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty))

/** What of a version changes what a page shows that shows notes, or none, as text. */
function looksOf({ version }: Chosen, notes: boolean): string {
  const { running, order, hidden, shown, own, cover, notes: words } = asRecord(version)
  const parts = [running === 'full' ? '' : running, order, hidden, shown, own, cover]
  return JSON.stringify([...parts, notes && words].map((part) => (isEmpty(part) ? null : part)))
}

/** Whether two versions look alike on a page that shows notes, or none. */
export const looksSame = (one: Chosen, other: Chosen, notes: boolean): boolean =>
  looksOf(one, notes) === looksOf(other, notes)

/** The speaker's version of this deck, as this machine keeps it. */
export interface VersionStore {
  /** What is in force, however long reading takes: a disk that is slow has refused nothing. */
  find(): Promise<Chosen>
  /** What a page begins with where it does not wait for what is kept. */
  before(): Chosen
  /** Lets a page go on without what is kept, and keeps nothing from now on. */
  giveUp(): void
  /** Keeps a version in place of what was found; what was not found is never written over. */
  keep(version: object, isOriginal: boolean): void
  /** Whether this machine keeps what it is given, as far as that is known. */
  works(): boolean
}

/** Opens the place where versions are kept; `fail` is called once where nothing can be. */
export function versionStore(fail: () => void): VersionStore {
  const storage = openStorage(deck, fail)
  let found = false
  let lost = false
  return {
    before: () => choose({}),
    async find() {
      const kept = await storage.read(keyOf())
      const asksMachine = kept === undefined && carried() !== undefined
      const machine = asksMachine ? await storage.read(machineKey) : undefined
      found = !lost
      if (kept !== undefined) markKept()
      return choose({ kept, machine })
    },
    giveUp() {
      lost = true
      found = false
    },
    works: () => found && storage.works(),
    keep(version, isOriginal) {
      if (!found || !storage.works()) return
      // Where a file carries a version, that it was taken back has to be kept.
      const isNone = isOriginal && carried() === undefined
      if (isNone) markNone()
      else markKept()
      void storage.keep(keyOf(), isNone ? undefined : version).then(tellChange)
    },
  }
}
