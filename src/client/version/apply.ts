import { type Deck, runningOrderOf } from '../../model/deck/deck.ts'
import type { RunningOrder } from '../../model/deck/running-order.ts'
import { applyVersion } from '../../model/version/apply-version.ts'
import { arrange, nearest, original, type Version } from '../../model/version/version.ts'
import { readVersion } from '../../model/version/version-file.ts'

/** What shows a deck on a page that is rendered already. */
export type Show = typeof import('../../render/in-page.tsx').show

/** What a page that presents needs of a version. */
export interface Shown {
  /** The slides that are left, in order. */
  readonly runningOrder: RunningOrder
  /** The slide to stand on for one that is hidden. */
  readonly near: (slide: string) => string | undefined
}

/** What shows versions of a deck: the deck as data, and what renders it. */
export interface Stock {
  readonly deck: Deck
  readonly show: Show
  /** Has pages show the version that was kept; `published` is whether they show the deck itself. */
  showVersion(kept: unknown, pages: readonly ParentNode[], published: boolean): Shown
}

/** A version of a deck, read from whatever was kept of one; the deck's own where that is none. */
export function versionIn(deck: Deck, kept: unknown): Version {
  const reading = readVersion(kept, deck.id, runningOrderOf(deck))
  return 'version' in reading ? reading.version : original
}

/** The stock of a deck: the version that was kept gives a deck, and that deck is rendered. */
export const stockOf = (deck: Deck, show: Show): Stock => ({
  deck,
  show,
  showVersion(kept, pages, published) {
    const version = versionIn(deck, kept)
    const shown = applyVersion(deck, version)
    for (const page of pages) show(page, { deck: shown }, published ? { deck } : undefined)
    const arrangement = arrange(runningOrderOf(deck), version)
    return {
      runningOrder: runningOrderOf(shown),
      near: (slide) => nearest(arrangement, slide),
    }
  },
})
