import { fieldsOf } from '../model/fields.ts'
import type { Outline } from '../model/position.ts'
import { nearest, original, type Version } from '../model/version.ts'
import { fileOf, isSame, readFile, readVersion } from '../model/version-file.ts'
import { applyVersion, fullOutline } from './arrange.ts'
import { openMemory } from './memory.ts'
import { preference } from './preference.ts'
import { wire } from './wire.ts'

const { deck = '', file } = document.documentElement.dataset

/** A version that this page's file carries, as text; nothing in a file as it was published. */
const carried = (): string | null | undefined =>
  document.querySelector('script.own-version')?.textContent

/** Where versions of this deck are kept: one a machine, and one for each file that carries its own. */
const keyOf = (): string => (carried() ? `ban-rieng ${file}` : 'ban-rieng')

/** Whether anything was ever kept here, told at once: a deck need not wait for a version it has not. */
const mark = preference('ban-rieng')

function mayBeKept(): boolean {
  if (mark.read() === null) mark.write('0')
  // Where nothing can be marked, nothing is known.
  return mark.read() !== '0'
}

/** The version a page shows, and the one it could show instead. */
export interface Found {
  readonly version: Version
  /** What this machine keeps, where the file carries another: the file's stands until it is asked. */
  readonly other?: Version
}

/** The speaker's version of this deck, as this machine keeps it. */
export interface Shelf {
  find(outline: Outline): Promise<Found>
  keep(version: Version): void
  /** Whether this machine keeps anything, as far as that is known. */
  works(): boolean
}

/** How long the machine may take to remember a version that is to be changed, in milliseconds. */
const longPatience = 10_000

/** Opens the place where versions are kept; `fail` is called once where nothing can be. */
export function versionShelf(fail: () => void, patience?: number): Shelf {
  const memory = openMemory(deck, fail, patience)
  const read = async (key: string, outline: Outline): Promise<Version | undefined> => {
    const value = await memory.read(key)
    if (value === undefined) return undefined
    const reading = readVersion(value, deck, outline)
    return 'version' in reading ? reading.version : undefined
  }
  return {
    async find(outline) {
      const kept = await read(keyOf(), outline)
      const text = carried()
      if (kept || !text) return { version: kept ?? original }
      const reading = readFile(text, deck, outline)
      const version = 'version' in reading ? reading.version : original
      const other = await read('ban-rieng', outline)
      return other && !isSame(other, version) ? { version, other } : { version }
    },
    works: memory.works,
    keep(version) {
      // What could not be read must not be written over.
      if (!memory.works()) return
      mark.write('1')
      void memory.keep(keyOf(), JSON.parse(fileOf(deck, version))).then(() => {
        changed = true
        tell('changed')
      })
    },
  }
}

/** The same for the page where versions are made, which waits longer: it would write over them. */
export const workshopShelf = (fail: () => void): Shelf => versionShelf(fail, longPatience)

/** What the windows of a deck tell each other of the kept version. */
type News = 'changed' | 'busy' | 'free'

// One for hearing and telling: what a page tells, it does not hear itself.
const channel = wire(`${deck} ban-rieng`)

/** Whether this page has changed the version, which windows that it could not reach may not know. */
let changed = false

const tell = (news: News): void => channel.send({ news, key: keyOf() })

/** Calls back with the news of this page's version from other windows. */
export function listenToNews(listener: (news: News) => void): void {
  const hear = (data: unknown) => {
    const { news, key } = fieldsOf(data)
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
 */
export function followChanges(isStale: () => Promise<boolean>): void {
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
}

/** What a page that presents needs of a version. */
export interface Shown {
  /** The slides that are left, in order. */
  readonly outline: Outline
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
  const shelf = versionShelf(() => undefined)
  const outline = fullOutline(stock)
  const find = () => shelf.find(outline)
  const seen = notes ? (version: Version) => version : withoutNotes
  const follow = (shown: Version) =>
    followChanges(async () => !isSame(seen(shown), seen((await find()).version)))
  const whole = { outline, near: () => undefined }
  const finding = find()
  if (!carried() && !mayBeKept()) {
    void finding.then(({ version }) => {
      if (isSame(version, original)) return
      mark.write('1')
      location.reload()
    })
    follow(original)
    return whole
  }
  const { version, other } = await finding
  follow(version)
  if (!carried() && isSame(version, original)) return whole
  const arrangement = applyVersion(version, stock, document)
  for (const hidden of stock.querySelectorAll('section[hidden]')) hidden.remove()
  if (other) say('Đang dùng bản riêng trong tệp; trên máy còn bản khác. Chọn ở Chế độ đọc trước.')
  return { outline: arrangement.shown, near: (slide) => nearest(arrangement, slide) }
}
