import { groupsOf } from '../deck/groups.ts'
import { secondsToSay } from '../deck/reading-time.ts'
import type { RunningOrder, SlideInfo } from '../deck/running-order.ts'
import type { OwnCover } from '../deck/slide.ts'
import { wordsIn } from '../deck/text.ts'
import { nonEmpty } from '../non-empty.ts'

/** The prefix of the ids of own slides; a number follows. */
export const ownPrefix = 'rieng-'

/** A slide that the speaker has added, such as «Liên hệ địa phương». */
export interface OwnSlide {
  readonly id: string
  readonly title: string
  readonly points: readonly string[]
  /** Planned speaking time, in minutes. */
  readonly minutes: number
}

/**
 * The cover's line of the speaker's fields: «Hội trường A · ngày 25/5 · Nguyễn Văn A»; empty if
 * none is filled in.
 */
export const coverLine = ({ place, date, speaker }: OwnCover): string =>
  [place, date, speaker].filter(Boolean).join(' · ')

/** The running order: `full` has every slide, `short` the `core` ones. */
export type Running = 'full' | 'short'

/**
 * A speaker's private version: changes that are applied to the deck, which itself never changes.
 */
export interface Version {
  readonly running: Running
  /**
   * Slide ids, including own slides. A slide that is not listed follows the one before it in the
   * deck.
   */
  readonly order: readonly string[]
  /** Ids of slides that the speaker hides, in both running orders. */
  readonly hidden: readonly string[]
  /** Ids of slides that the speaker shows although the short running order leaves them out. */
  readonly shown: readonly string[]
  /** The speaker's notes by slide id. */
  readonly notes: Readonly<Record<string, string>>
  readonly own: readonly OwnSlide[]
  readonly cover: OwnCover
}

/** The version that changes nothing. */
export const original: Version = {
  running: 'full',
  order: [],
  hidden: [],
  shown: [],
  notes: {},
  own: [],
  cover: { place: '', date: '', speaker: '' },
}

const numberOf = ({ id }: OwnSlide): number => Number(id.slice(ownPrefix.length))

/**
 * The version with sorted lists where their order has no meaning, so that equal versions have equal
 * JSON.
 */
export const inOneOrder = (version: Version): Version => ({
  ...version,
  hidden: [...version.hidden].sort(),
  shown: [...version.shown].sort(),
  notes: Object.fromEntries(Object.entries(version.notes).sort(([a], [b]) => (a < b ? -1 : 1))),
  own: [...version.own].sort((a, b) => numberOf(a) - numberOf(b)),
})

/** The minutes that the short running order should not exceed, without questions. */
export const shortLimit = 10

/** A version applied to a running order. */
export interface Arrangement {
  /** The shown slides in order, the speaker's notes counted in their times. */
  readonly shown: RunningOrder
  /** The shown slides, and the hidden ones in the places where they would be. */
  readonly all: RunningOrder
  /** Ids of the hidden slides. */
  readonly hidden: ReadonlySet<string>
  /** Planned time of the shown slides, in whole seconds. */
  readonly seconds: number
}

/**
 * Whether a slide can neither move nor be hidden: the cover, and the last slide, about the source.
 */
export const isFixed = (runningOrder: RunningOrder, id: string): boolean =>
  id === runningOrder[0].id || id === runningOrder.at(-1)?.id

/**
 * All slides in the version's order, each once, with the cover first and the slide about the source
 * last.
 */
function sorted(runningOrder: RunningOrder, { order, own }: Version): readonly SlideInfo[] {
  const infos = new Map(runningOrder.map((info) => [info.id, info]))
  for (const { id, title, minutes } of own) {
    infos.set(id, { id, name: title, part: '', seconds: minutes * 60, core: true, steps: 0 })
  }
  const ids = [...new Set(order)].filter((id) => infos.has(id))
  const isOwn = (id: string | undefined) => own.some((slide) => slide.id === id)
  runningOrder.forEach(({ id }, at) => {
    if (ids.includes(id)) return
    const before = runningOrder[at - 1]?.id
    let to = before === undefined ? 0 : ids.indexOf(before) + 1
    // Own slides stay behind the slide that they follow.
    while (isOwn(ids[to])) to += 1
    ids.splice(to, 0, id)
  })
  for (const { id } of own) if (!ids.includes(id)) ids.push(id)
  const [cover, last] = [runningOrder[0].id, runningOrder.at(-1)?.id ?? '']
  const middle = ids.filter((id) => id !== cover && id !== last)
  // Every id is a key of the map above.
  return [...new Set([cover, ...middle, last])].map((id) => infos.get(id) as SlideInfo)
}

/**
 * Moves slides together by part. An own slide belongs to the part of the slide before it; after the
 * cover and after the last part it belongs to none, like the deck's slides there.
 */
function grouped(runningOrder: RunningOrder, slides: readonly SlideInfo[]): readonly SlideInfo[] {
  const sourced = new Set(runningOrder.map(({ id }) => id))
  const [cover, ...rest] = slides
  const opening = rest.findIndex(({ id }) => sourced.has(id))
  let part = ''
  const placed = rest.slice(opening).map((info) => {
    if (!sourced.has(info.id)) return { ...info, part }
    part = info.part
    return info
  })
  const parts = [...new Set(placed.map((info) => info.part))].filter(Boolean)
  return [
    ...(cover ? [cover] : []),
    ...rest.slice(0, opening),
    ...[...parts, ''].flatMap((name) => placed.filter((info) => info.part === name)),
  ]
}

/** Applies a version to a running order. Every version gives one that can be presented. */
export function arrange(runningOrder: RunningOrder, version: Version): Arrangement {
  const short = version.running === 'short'
  const isOwn = ({ id }: SlideInfo) => version.own.some((slide) => slide.id === id)
  const isHidden = ({ id, core }: SlideInfo): boolean =>
    !isFixed(runningOrder, id) &&
    (version.hidden.includes(id) || (short && !core && !version.shown.includes(id)))
  const all = grouped(runningOrder, sorted(runningOrder, version)).map((info) => {
    // The time of an own slide is planned with all that is said on it.
    const note = isOwn(info) ? '' : noteOf(version, info.id)
    return note ? { ...info, seconds: info.seconds + secondsToSay(wordsIn(note)) } : info
  })
  const shown = all.filter((slide) => !isHidden(slide))
  return {
    // Neither is empty: the cover and the last slide cannot be hidden.
    shown: nonEmpty(shown),
    all: nonEmpty(all),
    hidden: new Set(all.filter(isHidden).map(({ id }) => id)),
    seconds: shown.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

/** The speaker's note for a slide; empty if there is none. */
export const noteOf = ({ notes }: Version, id: string): string =>
  (Object.hasOwn(notes, id) && notes[id]) || ''

/**
 * The slide to show for one that may be hidden: itself, the next shown one, or the last. Undefined
 * for an unknown id.
 */
export function nearest({ all, shown }: Arrangement, id: string): string | undefined {
  const at = all.findIndex((info) => info.id === id)
  if (at < 0) return undefined
  return all.slice(at).find((info) => shown.includes(info))?.id ?? shown.at(-1)?.id
}

/** The version with a new order, stored as empty if it is the deck's own. */
const withOrder = (
  runningOrder: RunningOrder,
  version: Version,
  ids: readonly string[],
): Version => {
  const own = new Set(version.own.map(({ id }) => id))
  const same = ids.every((id, at) => own.has(id) === false && id === runningOrder[at]?.id)
  return { ...version, order: same ? [] : ids }
}

/** Hides a slide, or shows a hidden one, including one that the short running order leaves out. */
export function toggleSlide(runningOrder: RunningOrder, version: Version, id: string): Version {
  const hides = !arrange(runningOrder, version).hidden.has(id)
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  const leftOut = runningOrder.some((info) => info.id === id && !info.core)
  const hidden = others(version.hidden)
  const shown = others(version.shown)
  return hides
    ? { ...version, hidden: [...hidden, id], shown }
    : { ...version, hidden, shown: version.running === 'short' && leftOut ? [...shown, id] : shown }
}

/**
 * Adds an own slide after the slide `after`, or before the last slide if there is no such id.
 * Returns its id too.
 */
export function addSlide(
  runningOrder: RunningOrder,
  version: Version,
  after: string,
): { readonly version: Version; readonly id: string } {
  const taken = new Set(version.own.map(({ id }) => id))
  let number = 1
  while (taken.has(ownPrefix + number)) number += 1
  const id = ownPrefix + number
  const slide: OwnSlide = { id, title: 'Liên hệ địa phương', points: [], minutes: 1 }
  const ids = arrange(runningOrder, version).all.map((info) => info.id)
  const at = ids.indexOf(after)
  const last = ids.length - 1
  ids.splice(at < 0 ? last : Math.min(at + 1, last), 0, id)
  return { id, version: { ...version, own: [...version.own, slide], order: ids } }
}

/** Removes an own slide, with its note and its place in every list. */
export function removeSlide(runningOrder: RunningOrder, version: Version, id: string): Version {
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  const left = {
    ...version,
    notes: Object.fromEntries(Object.entries(version.notes).filter(([slide]) => slide !== id)),
    own: version.own.filter((one) => one.id !== id),
    hidden: others(version.hidden),
    shown: others(version.shown),
  }
  return withOrder(runningOrder, left, others(version.order))
}

/**
 * Whether a slide may move by one place, `-1` up or `1` down: a slide of the deck within its part,
 * an own slide anywhere. Takes an arrangement, so that asking for every slide computes only one.
 */
export function canMove({ all }: Arrangement, { own }: Version, id: string, by: -1 | 1): boolean {
  const from = all.findIndex((info) => info.id === id)
  const to = from + by
  // The cover and the last slide cannot move.
  if (from < 1 || from === all.length - 1 || to < 1 || to === all.length - 1) return false
  return own.some((slide) => slide.id === id) || all[from]?.part === all[to]?.part
}

/** Moves a slide by one place, `-1` up or `1` down; returns the same version if it cannot move. */
export function moveSlide(
  runningOrder: RunningOrder,
  version: Version,
  id: string,
  by: -1 | 1,
): Version {
  const arrangement = arrange(runningOrder, version)
  if (!canMove(arrangement, version, id, by)) return version
  const ids = arrangement.all.map((info) => info.id)
  const from = ids.indexOf(id)
  ids.splice(from, 1)
  ids.splice(from + by, 0, id)
  return withOrder(runningOrder, version, ids)
}

/** Moves a part by one place, `-1` up or `1` down; returns the same version if it cannot move. */
export function movePart(
  runningOrder: RunningOrder,
  version: Version,
  name: string,
  by: -1 | 1,
): Version {
  const { opening, parts, closing } = groupsOf(arrange(runningOrder, version).all)
  const from = parts.findIndex((part) => part.name === name)
  const part = parts[from]
  if (!part || !parts[from + by]) return version
  const moved = [...parts]
  moved.splice(from, 1)
  moved.splice(from + by, 0, part)
  const slides = [...opening, ...moved.flatMap(({ slides }) => slides), ...closing]
  return withOrder(
    runningOrder,
    version,
    slides.map(({ id }) => id),
  )
}
