import { asRecord } from '../../model/record.ts'
import { openStorage } from '../session/storage.ts'
import { carried, keyOf, machineKey, markKept, markNone } from './carried.ts'
import { tellChange } from './news.ts'

const { deck = '' } = document.documentElement.dataset

/**
 * The version that a page shows, unparsed, because the parser is loaded only if there is a version.
 */
export interface Chosen {
  /** Absent if the deck is shown as published. */
  readonly version?: unknown
  /**
   * The version on this machine, if this file carries a different one; the file's is shown until
   * the speaker chooses.
   */
  readonly other?: unknown
}

/** The stored versions to choose from. */
interface Choice {
  /** Stored under this page's own key: see `keyOf`. */
  readonly kept?: unknown
  /** Stored for pages that carry no version. */
  readonly machine?: unknown
}

/**
 * Chooses the version of a page, in this order: the one stored under the page's own key, the one
 * that its file carries, none. Only this function decides that.
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

/** Parses the version in a file. A damaged one gives null, which shows the deck as published. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether two versions have the same JSON, whose fields and lists always have the same order. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty))

/** The parts of a version that show on a page with notes, or on one without, as text. */
function looksOf({ version }: Chosen, notes: boolean): string {
  const { running, order, hidden, shown, own, cover, notes: words } = asRecord(version)
  const parts = [running === 'full' ? '' : running, order, hidden, shown, own, cover]
  return JSON.stringify([...parts, notes && words].map((part) => (isEmpty(part) ? null : part)))
}

/** Whether two versions look the same on a page with notes, or on one without. */
export const looksSame = (one: Chosen, other: Chosen, notes: boolean): boolean =>
  looksOf(one, notes) === looksOf(other, notes)

/** The private version of this deck on this machine. */
export interface VersionStore {
  /** Resolves with the version to show, however long reading takes: a slow disk is no error. */
  find(): Promise<Chosen>
  /** The version to show before storage was read: the one that the file carries, if any. */
  before(): Chosen
  /**
   * Stops waiting for the stored version. Nothing is stored from now on, so that it is not
   * overwritten unread.
   */
  giveUp(): void
  /**
   * Stores a version, and tells the other windows. Does nothing until the stored version was read.
   */
  keep(version: object, isOriginal: boolean): void
  /** Whether versions are stored, as far as is known. */
  works(): boolean
}

/** Opens the version store; `fail` is called once if nothing can be stored. */
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
      // If the file carries a version, the choice of the deck as published has to be stored too.
      const isNone = isOriginal && carried() === undefined
      if (isNone) markNone()
      else markKept()
      void storage.keep(keyOf(), isNone ? undefined : version).then(tellChange)
    },
  }
}
