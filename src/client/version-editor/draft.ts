import { runningOrderOf } from '../../model/deck/deck.ts'
import { isGarbled } from '../../model/language/encoding.ts'
import { applyVersion } from '../../model/version/apply-version.ts'
import { type Arrangement, arrange } from '../../model/version/arrange.ts'
import { canMove } from '../../model/version/edit-version.ts'
import { fitted } from '../../model/version/fit.ts'
import { original, type Version } from '../../model/version/version.ts'
import { fileOf, isSame, readVersion } from '../../model/version/version-file.ts'
import { type Stock, versionIn } from '../version/apply.ts'
import { listenToNews } from '../version/news.ts'
import type { Chosen, VersionStore } from '../version/store.ts'
import type { Field } from './fields.ts'
import { drawVersion, forget } from './view.ts'

/** What a draft needs of its page. */
export interface DraftSetting {
  /** The deck and its renderer. */
  readonly stock: Stock
  /** The stored version, or the one in this file. */
  readonly found: Chosen
  /** Where changes are stored. */
  readonly store: VersionStore
  /** Shows a message. */
  readonly say: (text: string) => void
  /** Called with the new arrangement after every change. */
  readonly onChange: (arrangement: Arrangement) => void
}

/** The version that is being edited: every change of it is shown and stored. */
export interface Draft {
  readonly version: Version
  /** Changes the version, and says which part of it is not kept. */
  set(next: Version): void
  /** Replaces the version and the text in all fields. */
  replace(next: Version): void
  /** Changes the version while somebody types; shown and stored once typing pauses. */
  type(next: Version): void
  /** Shows and stores what was typed at once. */
  settle(): void
  /** Notes that the version is in a file, so that leaving the page loses nothing. */
  noteSaved(): void
}

/** How long typing must pause before the page shows the text, in milliseconds. */
const rest = 200

/**
 * Keeps the focus on its element while `act` moves that; if the element becomes disabled, moves the
 * focus to a button beside it.
 */
function keepFocus(act: () => void): void {
  const { activeElement: focused } = document
  act()
  if (!(focused instanceof HTMLElement)) return
  const beside = focused
    .closest('.edit, .part-order li')
    ?.querySelector<HTMLElement>('button:not(:disabled)')
  const next = focused.matches(':disabled') ? beside : focused
  if (next?.isConnected && next !== document.activeElement) next.focus({ preventScroll: true })
}

/** Opens the draft with the version that was found; follows changes made in other windows. */
export function openDraft({ stock, found, store, say, onChange }: DraftSetting): Draft {
  const { deck, show } = stock
  const runningOrder = runningOrderOf(deck)
  let version = versionIn(deck, found.version)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    clearTimeout(waiting)
    waiting = undefined
    const arrangement = arrange(runningOrder, fitted(version))
    const editing = {
      all: applyVersion(deck, version, 'all'),
      canMove: (id: string, by: -1 | 1) => canMove(arrangement, version, id, by),
    }
    show(document, { deck: applyVersion(deck, version), editing }, { deck })
    drawVersion(version, arrangement, deck.questions)
    onChange(arrangement)
  }
  const keep = () => store.keep(JSON.parse(fileOf(deck.id, version)), isSame(version, original))
  /**
   * Sets the version to what reading its file would give; returns a sentence for each part that is
   * lost by that.
   */
  const take = (next: Version): readonly string[] => {
    const reading = readVersion(JSON.parse(fileOf(deck.id, next)), deck.id, runningOrder)
    if ('refused' in reading) return [reading.refused]
    version = reading.version
    return reading.problems
  }
  const set = (next: Version) => {
    const [problem] = take(next)
    if (problem) say(problem)
    keep()
    keepFocus(draw)
  }
  /** Replaces the version and the text in all fields. */
  const replace = (next: Version) => {
    forget()
    set(next)
  }
  /** Shows and stores what was typed, once typing pauses or the page is left. */
  const settle = () => {
    if (waiting === undefined) return
    keep()
    keepFocus(draw)
  }
  const type = (next: Version) => {
    // Beside the field, a remark says what is not kept.
    take(next)
    clearTimeout(waiting)
    waiting = setTimeout(settle, rest)
  }
  addEventListener('pagehide', settle)
  let safe = version
  // A text in an old encoding is never stored: it stays in its field until somebody converts it to
  // Unicode.
  const isAtRisk = () =>
    (!store.works() && !isSame(version, safe)) ||
    [...document.querySelectorAll<Field>('.edit [name], .version-editor [name]')].some(
      ({ value }) => isGarbled(value),
    )
  addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault()
  })
  listenToNews((news) => {
    // Another window has changed the version: continue from there.
    if (news !== 'changed' || waiting !== undefined) return
    void store.find().then((now) => {
      version = versionIn(deck, now.version)
      keepFocus(draw)
    })
  })
  draw()
  return {
    get version() {
      return version
    },
    set,
    replace,
    type,
    settle,
    noteSaved() {
      safe = version
    },
  }
}
