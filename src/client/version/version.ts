import type { RunningOrder } from '../../model/deck/running-order.ts'
import { asRecord } from '../../model/record.ts'
import { nearest, original, type Version } from '../../model/version/version.ts'
import { fileOf, isSame, readFile, readVersion } from '../../model/version/version-file.ts'
import { inTime } from '../browser/in-time.ts'
import { preference } from '../browser/preference.ts'
import { openStorage } from '../session/storage.ts'
import { windowMessages } from '../session/window-messages.ts'
import { applyToPage, fullRunningOrder } from './apply.ts'

const { deck = '', file } = document.documentElement.dataset

/** A version that this page's file carries, as text; nothing in a file as it was published. */
const carried = (): string | null | undefined =>
  document.querySelector('script.own-version')?.textContent

/** Where versions of this deck are kept: one a machine, and one for each file that carries its own. */
const keyOf = (): string => (carried() ? `ban-rieng ${file}` : 'ban-rieng')

/** Whether a version is kept here, told at once: a deck need not wait for one it has not. */
const mark = () => preference(keyOf())

/** Marks that one is kept. Where that cannot be, nothing must say that there is none. */
function markKept(): void {
  mark().write('1')
  if (mark().read() !== '1') mark().forget()
}

/** Whether a version is kept here, as far as that is known before it is read. */
export function isKept(): boolean | undefined {
  if (mark().read() === null) mark().write('0')
  const known = mark().read()
  // Where nothing can be marked, nothing is known.
  return known === null ? undefined : known === '1'
}

/** The version a page shows, and the one it could show instead. */
export interface Found {
  readonly version: Version
  /** What this machine keeps, where the file carries another: the file's stands until it is asked. */
  readonly other?: Version
}

/** The speaker's version of this deck, as this machine keeps it. */
export interface VersionStore {
  /** What is kept, however long that takes: a disk that is slow has refused nothing. */
  find(runningOrder: RunningOrder): Promise<Found>
  /** What a page begins with where it does not wait for what is kept. */
  before(runningOrder: RunningOrder): Version
  /** Lets a page go on without what is kept, and keeps nothing from now on. */
  giveUp(): void
  /** Keeps a version in place of what was found; what was not found is never written over. */
  keep(version: Version): void
  /** Whether this machine keeps what it is given, as far as that is known. */
  works(): boolean
}

/** Opens the place where versions are kept; `fail` is called once where nothing can be. */
export function versionStore(fail: () => void): VersionStore {
  const storage = openStorage(deck, fail)
  let found = false
  let lost = false
  const read = async (key: string, runningOrder: RunningOrder): Promise<Version | undefined> => {
    const value = await storage.read(key)
    if (value === undefined) return undefined
    const reading = readVersion(value, deck, runningOrder)
    return 'version' in reading ? reading.version : undefined
  }
  const before = (runningOrder: RunningOrder): Version => {
    const reading = readFile(carried() ?? '', deck, runningOrder)
    return 'version' in reading ? reading.version : original
  }
  return {
    before,
    async find(runningOrder) {
      const kept = await read(keyOf(), runningOrder)
      const other = kept || !carried() ? undefined : await read('ban-rieng', runningOrder)
      found = !lost
      if (kept && (carried() || !isSame(kept, original))) markKept()
      if (kept || !carried()) return { version: kept ?? original }
      const version = before(runningOrder)
      return other && !isSame(other, version) ? { version, other } : { version }
    },
    giveUp() {
      lost = true
      found = false
    },
    works: () => found && storage.works(),
    keep(version) {
      if (!found || !storage.works()) return
      if (isSame(version, original) && !carried()) mark().write('0')
      else markKept()
      void storage.keep(keyOf(), JSON.parse(fileOf(deck, version))).then(() => {
        changed = true
        tell('changed')
      })
    },
  }
}

/** How long a page waits for a version without a word, in milliseconds. */
const patience = 1500

/** What is said while a version is still being read. */
export const stillReading = 'Máy đọc chậm. Đang đọc bản riêng trên máy này…'

/** Says that a version is still being read, where there may be one, once that takes long. */
export async function sayIfSlow(
  finding: Promise<unknown>,
  say: (text: string) => void,
): Promise<void> {
  const read = finding.then(() => true)
  if (isKept() !== false && !(await inTime(read, patience))) {
    say(stillReading)
  }
}

/** What the windows of a deck tell each other of the kept version. */
type News = 'changed' | 'busy' | 'free'

// One for hearing and telling: what a page tells, it does not hear itself.
const channel = windowMessages(`${deck} ban-rieng`)

/** Whether this page has changed the version, which windows that it could not reach may not know. */
let changed = false

const tell = (news: News): void => channel.send({ news, key: keyOf() })

/** Calls back with the news of this page's version from other windows. */
export function listenToNews(listener: (news: News) => void): void {
  const hear = (data: unknown) => {
    const { news, key } = asRecord(data)
    // Only windows of this deck speak here.
    if (news && key === keyOf()) listener(news as News)
  }
  channel.receive(hear, () => changed && tell('changed'))
}

/** How long a version rests before other windows show it, in milliseconds: nobody types so slowly. */
const settling = 1500

/**
 * Loads the page again with a version that changed. In full screen the hall looks: all windows wait
 * then, for they must not stand on different decks. `isStale` tells whether this page would change.
 * What is returned looks at once, as when another window has gone on.
 */
export function followChanges(isStale: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = false
  const renew = async () => {
    if (due && (await isStale())) location.reload()
    due = false
  }
  const free = () => {
    if (!due || document.fullscreenElement) return
    tell('free')
    void renew()
  }
  addEventListener('fullscreenchange', free)
  addEventListener('pagehide', () => due && document.fullscreenElement && tell('free'))
  listenToNews((news) => {
    clearTimeout(timer)
    if (news === 'changed') {
      due = true
      if (document.fullscreenElement) tell('busy')
      else timer = setTimeout(renew, settling)
    } else if (news === 'free' && !document.fullscreenElement) {
      void renew()
    }
  })
  return () => {
    due = true
    if (!document.fullscreenElement) void renew()
  }
}

/** Whether this page stood here just now, and was loaded again. */
const isLoadedAgain = (): boolean =>
  performance
    .getEntriesByType('navigation')
    // Under that name there are no others.
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload')

/** What a page that presents needs of a version. */
export interface Shown {
  /** The slides that are left, in order. */
  readonly runningOrder: RunningOrder
  /** The slide to stand on for one that is hidden. */
  readonly near: (slide: string) => string | undefined
}

/** A version as a page shows it that has no notes. */
export const withoutNotes = (version: Version): Version => ({ ...version, notes: {} })

/**
 * Shows the speaker's version on a page that presents: what it hides is gone. `say` tells of another
 * version that was not chosen; `notes` says whether this page shows any.
 */
export async function showVersion(
  stock: ParentNode,
  say: (text: string) => void,
  notes: boolean,
): Promise<Shown> {
  // That nothing can be kept here is said by the page itself.
  const store = versionStore(() => undefined)
  const runningOrder = fullRunningOrder(stock)
  const find = () => store.find(runningOrder)
  const seen = notes ? (version: Version) => version : withoutNotes
  const follow = (shown: Version) =>
    followChanges(async () => !isSame(seen(shown), seen((await find()).version)))
  const whole = { runningOrder, near: () => undefined }
  const finding = find()
  void sayIfSlow(finding, say)
  const known = isKept()
  // Where nothing can be marked, a page that was loaded again may have been so for its version.
  const waits = known ?? isLoadedAgain()
  const found = await (waits
    ? finding
    : inTime(finding, known === false && !carried() ? 0 : patience))
  const version = found?.version ?? store.before(runningOrder)
  const look = follow(version)
  const tellOther = ({ other }: Found) => {
    if (!other) return
    say('Đang dùng bản riêng trong tệp; trên máy còn bản khác. Chọn ở Chế độ đọc trước.')
  }
  if (!found) void finding.then(look)
  void finding.then(tellOther)
  if (!carried() && isSame(version, original)) return whole
  const arrangement = applyToPage(version, stock, document)
  for (const hidden of stock.querySelectorAll('section[hidden]')) hidden.remove()
  if (found?.other)
    say('Đang dùng bản riêng trong tệp; trên máy còn bản khác. Chọn ở Chế độ đọc trước.')
  return { runningOrder: arrangement.shown, near: (slide) => nearest(arrangement, slide) }
}
