import { inTime } from '../browser/in-time.ts'
import { follows } from '../browser/scope.ts'
import type { OpenStorage } from '../session/storage.ts'
import type { Shown } from './apply.ts'
import { carried, isKept } from './carried.ts'
import { followChanges } from './news.ts'
import { isPublished, openStock, unloadedVersion } from './stock.ts'
import { type Chosen, findVersion, looksSame, openVersions, versionBefore } from './store.ts'

/** How long a page waits for a stored version before it says so, and until it says so again, in ms. */
const patience = 1500
const again = 4000

/**
 * How long a page waits for a stored version, or for what shows it, until it goes on without, in
 * ms.
 */
export const longPatience = 15_000

/** The message while a version is still being read. */
export const stillReading = 'Đang đọc bản riêng trên máy này…'

/**
 * Resolves with what is read of a version, or with undefined if that takes too long; says so
 * meanwhile if one is stored.
 */
export async function readInTime<Found>(
  finding: Promise<Found>,
  say: (text: string) => void,
): Promise<Found | undefined> {
  const tell = () => isKept() !== false && say(stillReading)
  const timers = [setTimeout(tell, patience), setInterval(tell, again)]
  const found = await inTime(finding, longPatience)
  // Either kind is ended so.
  for (const timer of timers) clearTimeout(timer)
  return found
}

/** Says that the page goes on without the stored version; it is loaded again if that is read yet. */
const unreadWords = (): string =>
  `Chưa đọc được bản riêng đã lưu trên máy này nên đang hiện ${carried() === undefined ? 'bản gốc' : 'bản trong tệp'}. Tải lại bằng Ctrl+R để đọc lại.`

/** Whether this page was reloaded. */
const isLoadedAgain = (): boolean =>
  performance
    .getEntriesByType('navigation')
    // Entries of this type are always navigation timings.
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload')

interface Options {
  /** The element that contains the slides, if they are not in the page. */
  readonly stock?: ParentNode
  /** Whether this page shows notes. Defaults to false. */
  readonly notes?: boolean
  /**
   * Whether to wait for the stored version as long as a slow disk takes. Defaults to what is known
   * about it: see `isKept`.
   */
  readonly waits?: boolean
  /** Shows a message. */
  readonly say: (text: string) => void
}

/**
 * Follows changes of the stored version on a page that shows `chosen`. Says so if this machine stores
 * another one than the file carries. Returns a function that checks at once.
 */
function follow(
  storage: OpenStorage,
  finding: Promise<Chosen>,
  chosen: Chosen,
  { notes = false, say }: Pick<Options, 'notes' | 'say'>,
): () => void {
  void finding.then(({ other }) => {
    if (other === undefined) return
    say(
      'Đang dùng bản riêng trong tệp; trên máy này còn một bản khác. Mở Chế độ đọc trước để chọn.',
    )
  })
  return followChanges(async () => !looksSame(chosen, await findVersion(storage), notes))
}

/** Follows changes of the stored version on a page that shows the deck without one. */
export function watchVersion(options: Pick<Options, 'notes' | 'say'>): void {
  const storage = openVersions(() => undefined)
  const finding = findVersion(storage)
  void finding.then(follow(storage, finding, versionBefore(), options))
}

/**
 * Renders the private version, if there is one, into the page. Says so if this machine stores
 * another one than this file carries. A follower sees the presenter's deck, never a version of this
 * machine. Resolves with undefined if the page stays as it was rendered.
 */
export async function showVersion({
  stock = document,
  notes = false,
  waits,
  say,
}: Options): Promise<Shown | undefined> {
  if (follows) return undefined
  // The page itself says if nothing can be stored.
  const storage = openVersions(() => undefined)
  const known = isKept()
  // Loads in parallel with reading the disk.
  if (known || carried() !== undefined) openStock().catch(() => undefined)
  const finding = findVersion(storage)
  // Without localStorage, a reload may have been caused by a new version, so the page waits.
  const isWaiting = waits ?? known ?? isLoadedAgain()
  const reading = readInTime(finding, say)
  const found = await (isWaiting
    ? reading
    : inTime(finding, known === false && carried() === undefined ? 0 : patience))
  // A disk that never answers must not keep the deck from everybody.
  if (isWaiting && !found) say(unreadWords())
  const chosen = found ?? versionBefore()
  const look = follow(storage, finding, chosen, { notes, say })
  if (!found) void finding.then(look)
  if (chosen.version === undefined) return undefined
  const shows = await inTime(
    openStock().catch(() => undefined),
    longPatience,
  )
  if (!shows) {
    say(unloadedVersion)
    return undefined
  }
  const shown = shows.showVersion(chosen.version, [document, stock], isPublished())
  if (shown.unread) say(shown.unread)
  return shown
}
