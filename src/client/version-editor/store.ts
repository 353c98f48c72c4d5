import type { Transaction } from '../session/storage.ts'
import { carried, keyOf, markKept, markNone } from '../version/carried.ts'
import { tellChange } from '../version/news.ts'
import { type Chosen, findVersion, openVersions, versionBefore } from '../version/store.ts'

/** A stored version and its history, both unchecked. */
export interface Stored extends Chosen {
  readonly history?: unknown
}

/** What is to be stored. */
interface Kept {
  readonly version: object
  readonly isOriginal: boolean
  readonly history: object
}

/** The private version of this deck on this machine, with its history, for who edits it. */
export interface EditorStore {
  /** Resolves with what is stored, however long reading takes: a slow disk is no error. */
  find(): Promise<Stored>
  /** Resolves with what is stored if another window has stored it; else with undefined. */
  findNewer(): Promise<Stored | undefined>
  /** What to show before storage was read. */
  before(): Stored
  /**
   * Stops waiting for the stored version. Nothing is stored from now on, so that it is not
   * overwritten unread.
   */
  giveUp(): void
  /**
   * Stores a version, and tells the other windows. If another window has stored one since this
   * page read it, tells nobody yet and resolves with that one, to be gone on from and stored again.
   * Does nothing until the stored version was read.
   */
  keep(kept: Kept): Promise<Stored | undefined>
  /** Stores again what `keep` has replaced, because this program cannot go on from it. */
  putBack(stored: Stored): Promise<unknown>
  /** Whether versions are stored, as far as is known. */
  works(): boolean
}

const historyKey = (): string => `lich-su ${keyOf()}`

/** Opens the store of the version editor; `fail` is called once if nothing can be stored. */
export function editorStore(fail: () => void): EditorStore {
  const storage = openVersions(fail)
  let found = false
  let lost = false
  /** The stored version as this page knows it, as JSON; undefined if there is none. */
  let known: string | undefined
  const works = () => found && storage.works()
  const find = async (): Promise<Stored> => {
    const [chosen, history] = await Promise.all([findVersion(storage), storage.read(historyKey())])
    // What could not be read must not be overwritten.
    found = !lost && storage.works()
    known = chosen.isStored && JSON.stringify(chosen.version)
    return { ...chosen, history }
  }
  /**
   * Stores at once, because the page may be closed by then. Resolves with what that has replaced if
   * this page did not know it.
   */
  const write = async ({ version, isOriginal, history }: Kept) => {
    // If the file carries a version, the choice of the deck as published has to be stored too.
    const next = isOriginal && carried() === undefined ? undefined : version
    let expected = known
    const replace = async ({ get, put, commit }: Transaction): Promise<Stored | undefined> => {
      const before = Promise.all([get(keyOf()), get(historyKey())])
      const written = Promise.all([put(historyKey(), history), put(keyOf(), next)])
      commit()
      expected = known
      known = JSON.stringify(next)
      if (next) markKept()
      else markNone()
      const [replaced, past] = await before
      await written
      if (JSON.stringify(replaced) !== expected) {
        return {
          ...(replaced === undefined ? versionBefore() : { version: replaced }),
          history: past,
        }
      }
      tellChange()
      return undefined
    }
    const other = await storage.use('readwrite', replace)
    if (!storage.works()) known = expected
    return other
  }
  return {
    find,
    async findNewer() {
      const before = known
      const stored = await find()
      return known === before ? undefined : stored
    },
    before: versionBefore,
    giveUp() {
      lost = true
      found = false
    },
    // After a failure too: a full disk may have room again.
    keep: async (kept) => (found ? write(kept) : undefined),
    putBack: ({ version, history }) =>
      storage.use('readwrite', ({ put, commit }) => {
        const written = Promise.all([put(historyKey(), history), put(keyOf(), version)])
        commit()
        markKept()
        return written
      }),
    works,
  }
}
