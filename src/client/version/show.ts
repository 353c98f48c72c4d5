import { inTime } from '../browser/in-time.ts'
import { follows } from '../browser/scope.ts'
import { runningOrderIn, slidesIn } from '../ui/dom.ts'
import type { Shown } from './apply.ts'
import { carried, isKept } from './carried.ts'
import { followChanges } from './news.ts'
import { isPublished, openStock } from './stock.ts'
import { looksSame, versionStore } from './store.ts'

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

/** Whether this page stood here just now, and was loaded again. */
const isLoadedAgain = (): boolean =>
  performance
    .getEntriesByType('navigation')
    // Under that name there are no others.
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload')

interface Options {
  /** Where the slides stand, if not in the page. */
  readonly stock?: ParentNode
  /** Whether this page shows notes. */
  readonly notes?: boolean
  /** Whether this page waits for what is kept, however long that takes. */
  readonly waits?: boolean
  readonly say: (text: string) => void
}

/** The slides of a page as they were rendered. */
export const asRendered = (stock: ParentNode): Shown => ({
  runningOrder: runningOrderIn(slidesIn(stock)),
  near: () => undefined,
})

/**
 * Shows the speaker's version on a page: what it hides is gone. `say` tells of another version that
 * was not chosen. Whoever follows sees the presenter's deck, not a version of this machine's own.
 * Nothing where the page stays as it was rendered.
 */
export async function showVersion({
  stock = document,
  notes = false,
  waits,
  say,
}: Options): Promise<Shown | undefined> {
  if (follows) return undefined
  // That nothing can be kept here is said by the page itself.
  const store = versionStore(() => undefined)
  const known = isKept()
  // On its way while the disk is read.
  if (known || carried() !== undefined) openStock().catch(() => undefined)
  const finding = store.find()
  void sayIfSlow(finding, say)
  // Where nothing can be marked, a page that was loaded again may have been so for its version.
  const isWaiting = waits ?? known ?? isLoadedAgain()
  const found = await (isWaiting
    ? finding
    : inTime(finding, known === false && carried() === undefined ? 0 : patience))
  const chosen = found ?? store.before()
  const look = followChanges(async () => !looksSame(chosen, await store.find(), notes))
  if (!found) void finding.then(look)
  void finding.then(({ other }) => {
    if (other === undefined) return
    say('Đang dùng bản riêng trong tệp; trên máy còn bản khác. Chọn ở Chế độ đọc trước.')
  })
  if (chosen.version === undefined) return undefined
  const shows = await openStock().catch(() => undefined)
  if (!shows) {
    say('Chưa tải được phần hiện bản riêng. Kiểm tra mạng rồi tải lại trang.')
    return undefined
  }
  return shows.showVersion(chosen.version, [document, stock], isPublished())
}
