import { groupsOf } from '../deck/groups.ts'
import type { RunningOrder } from '../deck/running-order.ts'
import { type Arrangement, arrange } from './arrange.ts'
import { type OwnSlide, ownPrefix, type Version } from './version.ts'

/** The version with a new order, stored as empty if it is the deck's own. */
export const withOrder = (
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

const without = <Value>(record: Readonly<Record<string, Value>>, id: string) =>
  Object.fromEntries(Object.entries(record).filter(([slide]) => slide !== id))

/** Removes an own slide, with its note, its time and its place in every list. */
export function removeSlide(runningOrder: RunningOrder, version: Version, id: string): Version {
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  const left = {
    ...version,
    notes: without(version.notes, id),
    plan: { ...version.plan, seconds: without(version.plan.seconds, id) },
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
