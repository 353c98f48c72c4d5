import type { Outline } from '../model/position.ts'
import { original, type Version } from '../model/version.ts'
import { fileOf, isSame, readFile, readVersion } from '../model/version-file.ts'
import { applyVersion, fullOutline } from './arrange.ts'
import { openMemory } from './memory.ts'
import { preference } from './preference.ts'

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
}

/** Opens the place where versions are kept; `fail` is called once where nothing can be. */
export function versionShelf(fail: () => void): Shelf {
  const memory = openMemory(deck, fail)
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
    keep(version) {
      mark.write('1')
      memory.keep(keyOf(), JSON.parse(fileOf(deck, version)))
      changes().postMessage(keyOf())
    },
  }
}

/** Between the windows of one browser: which of the kept versions has changed. */
const changes = () => new BroadcastChannel(`${deck} ban-rieng`)

/** How long a version rests before other windows show it, in milliseconds: nobody types so slowly. */
const settling = 1500

/** Loads the page again with a version that changed; never in full screen, where the hall looks. */
function followChanges(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = false
  const renew = () => {
    due = true
    if (!document.fullscreenElement) location.reload()
  }
  addEventListener('fullscreenchange', () => due && renew())
  changes().onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== keyOf()) return
    clearTimeout(timer)
    timer = setTimeout(renew, settling)
  }
}

/**
 * Shows the speaker's version on a page that presents: what it hides is gone. Resolves with the
 * outline that is left; `say` tells of another version that was not chosen.
 */
export async function showVersion(
  stock: ParentNode,
  say: (text: string) => void,
): Promise<Outline> {
  // That nothing can be kept here is said by the page itself.
  const shelf = versionShelf(() => undefined)
  const outline = fullOutline(stock)
  const finding = shelf.find(outline)
  if (!carried() && !mayBeKept()) {
    void finding.then(({ version }) => {
      if (isSame(version, original)) return
      mark.write('1')
      location.reload()
    })
    followChanges()
    return outline
  }
  const { version, other } = await finding
  followChanges()
  if (!carried() && isSame(version, original)) return outline
  const { shown } = applyVersion(version, stock, document)
  for (const hidden of stock.querySelectorAll('section[hidden]')) hidden.remove()
  if (other) say('Đang dùng bản riêng trong tệp; trên máy còn bản khác. Chọn ở Chế độ đọc trước.')
  return shown
}
