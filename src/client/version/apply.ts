import { type Deck, questionSeconds, runningOrderOf } from '../../model/deck/deck.ts'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { type OwnSlides, ownSlidesOf, withOwnSlides } from '../../model/talk/own-slides.ts'
import { applyVersion } from '../../model/version/apply-version.ts'
import { arrange, nearest } from '../../model/version/arrange.ts'
import { original, type Plan, type Version } from '../../model/version/version.ts'
import { fileOf, isSame, readVersion } from '../../model/version/version-file.ts'
import { carried } from './carried.ts'

/** What renders a deck into a page: `render/in-page.tsx`. */
type Renderer = Pick<typeof import('../../render/in-page.tsx'), 'show' | 'finishCards'>

/** What a page that presents has to know of the deck with its version. */
export interface Shown {
  /** The slides that are shown, in order. */
  readonly runningOrder: RunningOrder
  /** The planned seconds for questions; absent without a version, where the page says them. */
  readonly questions?: number
  /** Whether it plans the times of slides, such as those of a rehearsal. */
  readonly isRehearsed?: boolean
  /** Whether the version says how long everything may take. */
  readonly isLimited?: boolean
  /** The slide to show in place of one that is hidden; undefined for unknown slides. */
  readonly near: (slide: string) => string | undefined
  /** The name of a slide that the version hides; undefined for other slides. */
  readonly hiddenName: (slide: string) => string | undefined
  /** What a relay's viewers get of the version; packed files have no viewers. */
  readonly own?: OwnSlides | undefined
  /** The slides in the order and with the numbers in which those viewers have them. */
  readonly viewed?: RunningOrder
  /** Says that the version cannot be used, or not all of it. */
  readonly unread?: string
}

/** The deck as data and the code that renders it. Pages load them only if there is a version. */
export interface Stock extends Renderer {
  /** The deck as published, without notes on pages that have none. */
  readonly deck: Deck
  /**
   * Renders the deck with the stored version into pages. `published` is true if they still show the
   * deck as published, which is then updated in place instead of rendered anew.
   */
  showVersion(kept: unknown, pages: readonly ParentNode[], published: boolean): Shown
  /**
   * The stored version with these seconds planned for slides, or with none planned for any, to be
   * stored; undefined if nothing has to be. Throws if the version cannot be read, which must not be
   * overwritten.
   */
  withTimes(kept: unknown, seconds: Plan['seconds'] | undefined): object | undefined
}

/** Parses a stored version of a deck; one that cannot be used gives the deck as published. */
export function versionIn(deck: Deck, kept: unknown): Version {
  const reading = readVersion(kept, deck.id, runningOrderOf(deck))
  return 'version' in reading ? reading.version : original
}

/** What this program cannot use of a stored version, such as one that a newer one has stored. */
export interface Unread {
  /** Whether it cannot use any of it. */
  readonly isWhole: boolean
  /** A sentence for each part. */
  readonly problems: readonly string[]
}

/** What cannot be used of a stored version of a deck; undefined if all can, or if there is none. */
export function unreadIn(deck: Deck, kept: unknown): Unread | undefined {
  if (kept === undefined) return undefined
  const reading = readVersion(kept, deck.id, runningOrderOf(deck))
  if ('refused' in reading) return { isWhole: true, problems: [] }
  const { problems } = reading
  return problems.length > 0 ? { isWhole: false, problems } : undefined
}

/** Says where to look; the window shows what can be used of the version, or the deck as published. */
const unreadWords = ({ isWhole }: Unread): string =>
  isWhole
    ? 'Bản riêng trên máy này không mở được ở bộ trang chiếu này, nên đang hiện bản gốc. Mở Chế độ đọc trước để xem.'
    : 'Bản riêng có phần không dùng được ở bộ trang chiếu này. Mở Chế độ đọc trước để xem.'

/** The stock of a deck: applies a version to the deck, and renders the deck that results. */
export const stockOf = (deck: Deck, { show, finishCards }: Renderer): Stock => ({
  deck,
  show,
  finishCards,
  showVersion(kept, pages, published) {
    const version = versionIn(deck, kept)
    const shown = applyVersion(deck, version)
    for (const page of pages) show(page, { deck: shown }, published ? { deck } : undefined)
    const arrangement = arrange(runningOrderOf(deck), version)
    const unread = unreadIn(deck, kept)
    const own = import.meta.env.PACKED ? undefined : ownSlidesOf(shown)
    return {
      ...(unread && { unread: unreadWords(unread) }),
      ...(!import.meta.env.PACKED && {
        own,
        viewed: runningOrderOf(own ? withOwnSlides(deck, own) : deck),
      }),
      runningOrder: runningOrderOf(shown),
      questions: questionSeconds(shown),
      isLimited: version.plan.minutes !== undefined,
      isRehearsed: Object.keys(version.plan.seconds).length > 0,
      near: (slide) => nearest(arrangement, slide),
      hiddenName: (slide) =>
        arrangement.hidden.has(slide)
          ? arrangement.all.find(({ id }) => id === slide)?.name
          : undefined,
    }
  },
  withTimes(kept, seconds) {
    if (unreadIn(deck, kept)?.isWhole) throw new Error('The stored version cannot be read.')
    const version = versionIn(deck, kept)
    const { plan } = version
    const times = seconds ? { ...plan.seconds, ...seconds } : {}
    const next = { ...version, plan: { ...plan, seconds: times } }
    // If the file carries a version, the deck as published has to be stored too.
    const isNone = isSame(next, original) && carried() === undefined
    return isNone ? undefined : JSON.parse(fileOf(deck.id, next))
  },
})
