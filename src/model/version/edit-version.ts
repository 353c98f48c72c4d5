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
  const same = ids.every((id, at) => !own.has(id) && id === runningOrder[at]?.id)
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
 * The places that a slide may be put to, as the first and the last index in `all` before which it
 * may stand: for a slide of the deck those of its part, for an own slide all. Undefined for the
 * cover and the last slide, which cannot move. Takes an arrangement, so that asking for every slide
 * computes only one.
 */
export function placesOf(
  { all }: Arrangement,
  { own }: Version,
  id: string,
): { readonly first: number; readonly last: number } | undefined {
  const from = all.findIndex((info) => info.id === id)
  const end = all.length - 1
  if (from < 1 || from === end) return undefined
  let [first, last] = [1, end]
  if (own.some((slide) => slide.id === id)) return { first, last }
  const isOther = (at: number) => all[at]?.part !== all[from]?.part
  for (first = from; first > 1 && !isOther(first - 1); ) first -= 1
  for (last = from + 1; last < end && !isOther(last); ) last += 1
  return { first, last }
}

/** Whether a slide may move by one place, `-1` up or `1` down. */
export function canMove(arrangement: Arrangement, version: Version, id: string, by: -1 | 1) {
  const places = placesOf(arrangement, version, id)
  if (!places) return false
  const from = arrangement.all.findIndex((info) => info.id === id)
  return by < 0 ? from > places.first : from + 1 < places.last
}

/** Puts a slide directly before another; returns the same version if it may not stand there. */
export function placeSlide(
  runningOrder: RunningOrder,
  version: Version,
  id: string,
  before: string,
): Version {
  const arrangement = arrange(runningOrder, version)
  const places = placesOf(arrangement, version, id)
  const ids = arrangement.all.map((info) => info.id)
  const to = ids.indexOf(before)
  if (!places || to < places.first || to > places.last || id === before) return version
  const others = ids.filter((one) => one !== id)
  others.splice(others.indexOf(before), 0, id)
  return withOrder(runningOrder, version, others)
}

/** Moves a slide by one place, `-1` up or `1` down; returns the same version if it cannot move. */
export function moveSlide(
  runningOrder: RunningOrder,
  version: Version,
  id: string,
  by: -1 | 1,
): Version {
  const { all } = arrange(runningOrder, version)
  const from = all.findIndex((info) => info.id === id)
  // Before the one above, or before the one after the next.
  return placeSlide(runningOrder, version, id, all[by < 0 ? from - 1 : from + 2]?.id ?? '')
}

/** Puts a part directly before another, or last if that is none. */
export function placePart(
  runningOrder: RunningOrder,
  version: Version,
  name: string,
  before: string,
): Version {
  const { opening, parts, closing } = groupsOf(arrange(runningOrder, version).all)
  const part = parts.find((one) => one.name === name)
  if (!part || name === before) return version
  const others = parts.filter((one) => one !== part)
  const to = others.findIndex((one) => one.name === before)
  others.splice(to < 0 ? others.length : to, 0, part)
  const slides = [...opening, ...others.flatMap(({ slides }) => slides), ...closing]
  return withOrder(
    runningOrder,
    version,
    slides.map(({ id }) => id),
  )
}

/** Moves a part by one place, `-1` up or `1` down; returns the same version if it cannot move. */
export function movePart(
  runningOrder: RunningOrder,
  version: Version,
  name: string,
  by: -1 | 1,
): Version {
  const { parts } = groupsOf(arrange(runningOrder, version).all)
  const from = parts.findIndex((part) => part.name === name)
  if (from < 0 || !parts[from + by]) return version
  return placePart(runningOrder, version, name, parts[by < 0 ? from - 1 : from + 2]?.name ?? '')
}
