import { questionSeconds, runningOrderOf } from '../../model/deck/deck.ts'
import { isGarbled } from '../../model/language/encoding.ts'
import { applyVersion } from '../../model/version/apply-version.ts'
import { type Arrangement, arrange } from '../../model/version/arrange.ts'
import { withoutChanges } from '../../model/version/changes.ts'
import { changeRows } from '../../model/version/changes-in-words.ts'
import { canMove } from '../../model/version/edit-version.ts'
import { fitted } from '../../model/version/fit.ts'
import {
  type About,
  editedIn,
  endTyping,
  goOn,
  type History,
  historyOf,
  readHistory,
  redo,
  storedHistory,
  undo,
  waysOf,
} from '../../model/version/history.ts'
import { original, type Version } from '../../model/version/version.ts'
import { fileOf, isSame, readVersion } from '../../model/version/version-file.ts'
import { inTurn } from '../browser/in-turn.ts'
import { type Stock, unreadIn, versionIn } from '../version/apply.ts'
import { listenToNews } from '../version/news.ts'
import type { Field } from './fields.ts'
import type { EditorStore, Stored } from './store.ts'
import { drawVersion, fillFields, forget } from './view.ts'

/** What a draft needs of its page. */
export interface DraftSetting {
  /** The deck and its renderer. */
  readonly stock: Stock
  /** The stored version, or the one in this file. */
  readonly found: Stored
  /** Where changes are stored. */
  readonly store: EditorStore
  /** Shows a message. */
  readonly say: (text: string) => void
  /** Called with the new arrangement after every change. */
  readonly onChange: (arrangement: Arrangement) => void
  /** Called with each card that has been drawn. */
  readonly onCard: (card: HTMLElement) => void
}

/** An edit, which is made again if another window has stored another version meanwhile. */
type Edit = (version: Version) => Version

/** The version that is being edited: every change of it is shown, stored, and can be unstored. */
export interface Draft {
  readonly version: Version
  /** Shows what edits it, as the editor is opened. */
  open(): void
  /** Changes the version, and says which part of it is not kept. */
  edit(edit: Edit, about?: About): void
  /** Replaces the version and the text in all fields. */
  replace(next: Version, about: About): void
  /** Changes the version while somebody types into a field; shown and stored once typing pauses. */
  type(edit: Edit, field: string, about: About): void
  /** Ends the step that typing makes: what is typed next can be unstored by itself. */
  endTyping(): void
  /** Shows and stores what was typed at once. */
  settle(): void
  /** Undoes the last step, or makes again the one undone last; returns what it was, in words. */
  go(way: 'undo' | 'redo'): { readonly words: string; readonly of?: string } | undefined
  /** Takes back what a row of changes says, and nothing else; false if there is no such row. */
  takeBack(words: string): boolean
  /** Forgets the steps before: nothing of earlier versions stays on this machine. */
  forgetPast(): void
  /** Notes that the version is in a file, so that leaving the page loses nothing. */
  noteSaved(): void
}

/** How long typing must pause before the page shows the text, in milliseconds. */
const rest = 200

/** How long typing must pause until more of it is another step, in milliseconds. */
const pause = 3000

/**
 * How long the disk may take to store the version, in milliseconds; then words would be lost with
 * the tab.
 */
const patience = 5000

/**
 * Keeps the focus on its element while `act` moves that; if the element becomes disabled or goes,
 * moves the focus to a button beside it.
 */
function keepFocus(act: () => void): void {
  const { activeElement: focused } = document
  const around = focused?.closest('.edit, .part-order li, .history, .changes')
  act()
  if (!(focused instanceof HTMLElement)) return
  const able = 'button:not(:disabled)'
  const beside = [around, document.querySelector('.history')].map((place) =>
    place?.isConnected ? place.querySelector<HTMLElement>(able) : undefined,
  )
  const isLost = focused.matches(':disabled') || (around && !focused.isConnected)
  const next = isLost ? beside.find(Boolean) : focused
  if (next?.isConnected && next !== document.activeElement) next.focus({ preventScroll: true })
}

/** Opens the draft with the version that was found; follows changes made in other windows. */
export function openDraft({ stock, found, store, say, ...on }: DraftSetting): Draft {
  const { deck, show } = stock
  const runningOrder = runningOrderOf(deck)
  const historyIn = (stored: Stored) =>
    readHistory(stored.history, deck.id, runningOrder, versionIn(deck, stored.version))
  let history = historyIn(found)
  /** What has been done since the version was stored. */
  let unstored: readonly ((history: History) => History)[] = []
  const rows = () => changeRows(runningOrder, original, history.present, editedIn(history))
  let resting: ReturnType<typeof setTimeout> | undefined
  let pausing: ReturnType<typeof setTimeout> | undefined
  const root = document.documentElement
  let isEditing = false
  /** Whether the page shows anything but the deck as published, as it was rendered. */
  let isDrawn = false
  const draw = () => {
    clearTimeout(resting)
    resting = undefined
    const { present: version } = history
    const arrangement = arrange(runningOrder, fitted(version), questionSeconds(deck))
    isEditing ||= root.classList.contains('editing')
    isDrawn ||= isEditing || !isSame(version, original)
    // Most who read beforehand edit nothing, and what edits a card is a third of it.
    const editing = isEditing && {
      all: applyVersion(deck, version, 'all'),
      canMove: (id: string, by: -1 | 1) => canMove(arrangement, version, id, by),
      ways: waysOf(runningOrder, history),
      changes: rows().map(({ words }) => words),
    }
    const onCard = (card: HTMLElement) => {
      fillFields(version, card)
      on.onCard(card)
    }
    const shown = isSame(version, original) ? deck : applyVersion(deck, version)
    const showing = { deck: shown, ...(editing && { editing }), onCard }
    if (isDrawn) show(document, showing, { deck })
    drawVersion(version, arrangement)
    on.onChange(arrangement)
  }
  const kept = () => ({
    version: JSON.parse(fileOf(deck.id, history.present)),
    isOriginal: isSame(history.present, original),
    history: storedHistory(deck.id, history),
  })
  // Reading and writing take turns.
  const take = inTurn()
  /** Continues from what another window has stored, with what was done here since then. */
  const adopt = async (stored: Stored, isReplaced = false) => {
    if (unreadIn(deck, stored.version)?.isWhole) {
      store.giveUp()
      say(
        'Bản riêng vừa được lưu từ bản mới hơn của bộ trang chiếu. Cửa sổ này không lưu nữa: bấm “Lưu thay đổi ra tệp” nếu cần giữ, rồi tải lại.',
      )
      if (isReplaced) await store.putBack(stored)
      return
    }
    history = unstored.reduce((made, act) => act(made), historyIn(stored))
    if (isReplaced || unstored.length > 0) keep()
    keepFocus(draw)
  }
  let isLate = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Says so if the disk, which may answer yet, has not stored the version for long. */
  const awaitDisk = () => {
    waiting ??= setTimeout(() => {
      isLate = true
      if (!store.works()) return
      say('Máy này chưa ghi xong bản riêng. Bấm “Lưu thay đổi ra tệp” trước khi đóng.')
    }, patience)
  }
  const keep = () => {
    awaitDisk()
    take(async () => {
      const keeping = unstored
      const other = await store.keep(kept())
      if (other) return adopt(other, true)
      // What could not be stored is stored with the next change, or as the page is left.
      if (store.works()) unstored = unstored.filter((act) => !keeping.includes(act))
      if (unstored.length > 0) return
      clearTimeout(waiting)
      waiting = undefined
      isLate = false
    })
  }
  /**
   * The version that reading the file of another one gives, and a sentence for each part that is
   * lost by that.
   */
  const taken = (next: Version, before: Version) => {
    const reading = readVersion(JSON.parse(fileOf(deck.id, next)), deck.id, runningOrder)
    return 'refused' in reading ? { version: before, problems: [reading.refused] } : reading
  }
  const act = (step: (history: History) => History) => {
    history = step(history)
    unstored = [...unstored, step]
  }
  const edited = (edit: Edit, about?: About & { typing?: string }) => (before: History) =>
    goOn(before, taken(edit(before.present), before.present).version, about)
  const edit = (edit: Edit, about?: About) => {
    const [problem] = taken(edit(history.present), history.present).problems
    if (problem) say(problem)
    act(edited(edit, about))
    keep()
    keepFocus(draw)
  }
  /** Shows and stores what was typed, once typing pauses or the page is left. */
  const settle = () => {
    if (resting === undefined) return
    keep()
    keepFocus(draw)
  }
  const endTypingNow = () => {
    clearTimeout(pausing)
    history = endTyping(history)
  }
  addEventListener('pagehide', () => {
    if (unstored.length > 0) void store.keep(kept())
  })
  let safe = history.present
  // A text in an old encoding is never stored: it stays in its field until somebody converts it to
  // Unicode.
  const isAtRisk = () =>
    ((!store.works() || isLate) && !isSame(history.present, safe)) ||
    [...document.querySelectorAll<Field>('.edit [name], .version-editor [name]')].some(
      ({ value }) => isGarbled(value),
    )
  addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault()
  })
  const catchUp = () =>
    take(async () => {
      const newer = await store.findNewer()
      if (newer) await adopt(newer)
    })
  listenToNews((news) => {
    if (news === 'changed') catchUp()
  })
  // A page that the Back button restores has heard nothing while it was left.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) catchUp()
  })
  draw()
  return {
    get version() {
      return history.present
    },
    open() {
      if (!isEditing) keepFocus(draw)
    },
    edit,
    replace(next, about) {
      forget()
      edit(() => next, about)
    },
    type(edit, field, about) {
      // Beside the field, a remark says what is not kept.
      act(edited(edit, { ...about, typing: field }))
      clearTimeout(resting)
      resting = setTimeout(settle, rest)
      clearTimeout(pausing)
      pausing = setTimeout(endTypingNow, pause)
    },
    endTyping: endTypingNow,
    settle,
    go(way) {
      settle()
      const here = history
      const words = waysOf(runningOrder, here)[way]
      if (words === undefined) return undefined
      const step = (way === 'undo' ? here.past : here.future).at(-1)
      act((before) => {
        if (before === here) return (way === 'undo' ? undo : redo)(here)
        // What has come from another window meanwhile is not what was to be undone.
        say('Bản riêng vừa được đổi ở cửa sổ khác. Đang hiện bản mới nhất.')
        return before
      })
      forget()
      keep()
      keepFocus(draw)
      return { words, ...(step?.of && { of: step.of }) }
    },
    takeBack(words) {
      const row = rows().find((one) => one.words === words)
      const moved = editedIn(history)
      if (row) {
        edit((version) => withoutChanges(runningOrder, original, version, row.changes, moved))
      }
      return row !== undefined
    },
    forgetPast() {
      act(({ present }) => historyOf(present))
      keep()
      keepFocus(draw)
    },
    noteSaved() {
      safe = history.present
    },
  }
}
