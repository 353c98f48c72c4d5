import { asRecord } from '../../model/record.ts'
import { type OpenStorage, openStorage } from '../session/storage.ts'
import { carried, keyOf, machineKey, markKept, markNone } from './carried.ts'

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
  /** Set if the version is stored under this page's own key: see `keyOf`. */
  readonly isStored?: true
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
  if (kept !== undefined) return { version: kept, isStored: true }
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
  const { running, order, hidden, shown, own, cover, notes: words, plan } = asRecord(version)
  const parts = [running === 'full' ? '' : running, order, hidden, shown, own, cover]
  return JSON.stringify(
    [...parts, notes && words, notes && plan].map((part) => (isEmpty(part) ? null : part)),
  )
}

/** Whether two versions look the same on a page with notes, or on one without. */
export const looksSame = (one: Chosen, other: Chosen, notes: boolean): boolean =>
  looksOf(one, notes) === looksOf(other, notes)

/** Opens the storage of the deck's versions; `fail` is called once if nothing can be stored. */
export const openVersions = (fail: () => void): OpenStorage => openStorage(deck, fail)

/** Resolves with the version to show, however long reading takes: a slow disk is no error. */
export async function findVersion(storage: OpenStorage): Promise<Chosen> {
  const kept = await storage.read(keyOf())
  const asksMachine = kept === undefined && carried() !== undefined
  const machine = asksMachine ? await storage.read(machineKey) : undefined
  if (kept !== undefined) markKept()
  return choose({ kept, machine })
}

/** The version to show before storage was read: the one that the file carries, if any. */
export const versionBefore = (): Chosen => choose({})

/**
 * Changes the version of this page, and resolves with whether the result is stored. In one transaction:
 * what cannot be read, or is stored by another window meanwhile, is not overwritten.
 */
export async function changeVersion(
  storage: Pick<OpenStorage, 'use'>,
  change: (version: unknown) => object | undefined,
): Promise<boolean> {
  const isStored = await storage.use('readwrite', async ({ get, put, commit }) => {
    const next = change(choose({ kept: await get(keyOf()) }).version)
    const written = put(keyOf(), next)
    commit()
    await written
    if (next) markKept()
    else markNone()
    return true
  })
  return isStored === true
}
