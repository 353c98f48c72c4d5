import { groupsOf } from '../deck/groups.ts'
import type { RunningOrder } from '../deck/running-order.ts'
import type { OwnCover } from '../deck/slide.ts'
import { keysOf } from '../record.ts'
import { arrange, isFixed } from './arrange.ts'
import { removeSlide, withOrder } from './edit-version.ts'
import { coverLabels } from './own-text.ts'
import { noteOf, type OwnSlide, type Plan, type Running, type Version } from './version.ts'

/** A place directly before or after a slide, by its id, or a part, by its name. */
export interface Beside {
  readonly side: 'before' | 'after'
  /** Empty before the first: nothing stands there. */
  readonly of: string
}

/** One difference between two versions. `at` says where to put something, and `to` how to say it. */
export type Change =
  | { readonly kind: 'running'; readonly running: Running }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'part'; readonly name: string; readonly at: Beside; readonly to: Beside }
  | { readonly kind: 'move'; readonly id: string; readonly at: Beside; readonly to: Beside }
  | { readonly kind: 'add'; readonly slide: OwnSlide; readonly at: Beside }
  | { readonly kind: 'edit'; readonly slide: OwnSlide }
  | { readonly kind: 'hide' | 'unhide' | 'keep' | 'drop'; readonly id: string }
  | { readonly kind: 'note'; readonly id: string; readonly text: string }
  | { readonly kind: 'cover'; readonly field: keyof OwnCover; readonly text: string }
  | { readonly kind: 'total'; readonly minutes: number | undefined }
  | { readonly kind: 'times'; readonly seconds: Plan['seconds'] }

const idsOf = (slides: readonly { readonly id: string }[]) => slides.map(({ id }) => id)

/** Items that keep their order: the last one with its place in the earlier list, and those before. */
interface Chain {
  readonly weight: number
  readonly place: number
  readonly item?: string
  readonly before?: Chain
}

/**
 * What stays when a list is put into another order: the heaviest items that keep their order. All
 * weights being nearly the same, that is the most items, so that the others are the fewest moves.
 */
function staying(
  from: readonly string[],
  to: readonly string[],
  weightOf: (item: string) => number,
): ReadonlySet<string> {
  const places = new Map(from.map((item, at) => [item, at]))
  const none: Chain = { weight: 0, place: -1 }
  /** The heaviest chain that ends with each item of `to`. */
  const chains: Chain[] = []
  const heaviest = (end: number) => {
    let best = none
    for (const chain of chains) if (chain.place < end && chain.weight > best.weight) best = chain
    return best
  }
  for (const item of to) {
    const place = places.get(item) ?? -1
    const before = heaviest(place)
    chains.push({ weight: before.weight + weightOf(item), place, item, before })
  }
  const stays = new Set<string>()
  for (let at: Chain | undefined = heaviest(from.length); at; at = at.before) {
    if (at.item !== undefined) stays.add(at.item)
  }
  return stays
}

/**
 * Where an item has gone, beside one that has stayed in its order: up before it, or down after it.
 */
function besideIn(
  from: readonly string[],
  to: readonly string[],
  stays: ReadonlySet<string>,
  item: string,
): Beside {
  const staysBefore = (list: readonly string[]) =>
    list.slice(0, list.indexOf(item)).filter((one) => stays.has(one))
  const before = staysBefore(to)
  const next = to.slice(to.indexOf(item)).find((one) => stays.has(one))
  return next !== undefined && before.length < staysBefore(from).length
    ? { side: 'before', of: next }
    : { side: 'after', of: before.at(-1) ?? '' }
}

/** Puts an item of a list, or a new one, beside another; first if that one is not there. */
function placed(list: readonly string[], item: string, { side, of }: Beside): readonly string[] {
  const others = list.filter((one) => one !== item)
  const at = others.indexOf(of)
  others.splice(Math.max(0, side === 'after' ? at + 1 : at), 0, item)
  return others
}

/** The ids of all slides in the version's order. */
const orderOf = (runningOrder: RunningOrder, version: Version): readonly string[] =>
  idsOf(arrange(runningOrder, version).all)

/** Puts the parts into the order of their names, each with its slides. */
function withParts(
  runningOrder: RunningOrder,
  version: Version,
  names: readonly string[],
): readonly string[] {
  const { opening, parts, closing } = groupsOf(arrange(runningOrder, version).all)
  const within = names.flatMap((name) => parts.find((part) => part.name === name)?.slides ?? [])
  return idsOf([...opening, ...within, ...closing])
}

const partNames = (runningOrder: RunningOrder, version: Version): readonly string[] =>
  groupsOf(arrange(runningOrder, version).all).parts.map(({ name }) => name)

/** The changes of the order: own slides that were taken away or added, and the fewest moves. */
function orderChanges(
  runningOrder: RunningOrder,
  from: Version,
  to: Version,
  moved: readonly string[],
): readonly Change[] {
  const had = new Map(from.own.map((slide) => [slide.id, slide]))
  const has = new Map(to.own.map((slide) => [slide.id, slide]))
  const gone = from.own.filter(({ id }) => !has.has(id))
  const rest = gone.reduce((left, { id }) => removeSlide(runningOrder, left, id), from)
  const names = partNames(runningOrder, rest)
  const newNames = partNames(runningOrder, to)
  // One's own slides rather than the deck's, and before both what may have moved.
  const weightOf = (id: string) => (moved.includes(id) ? 998 : has.has(id) ? 999 : 1000)
  const stays = staying(names, newNames, weightOf)
  const parts = newNames.flatMap((name, at): readonly Change[] => {
    if (stays.has(name)) return []
    const place: Beside = { side: 'after', of: newNames[at - 1] ?? '' }
    return [{ kind: 'part', name, at: place, to: besideIn(names, newNames, stays, name) }]
  })
  const before = withParts(runningOrder, rest, newNames)
  const infos = arrange(runningOrder, to).all
  const ids = idsOf(infos)
  const earlier = new Set(before)
  const common = ids.filter((id) => earlier.has(id))
  const unmoved = staying(before, common, weightOf)
  const slides = infos.flatMap(({ id, part }, at): readonly Change[] => {
    if (unmoved.has(id)) return []
    const slide = has.get(id)
    // A slide of the deck stays in its part, wherever that goes: the first stands before the next.
    const next = infos.slice(at + 1).find((info) => unmoved.has(info.id))
    const place: Beside =
      !slide && next && next.part === part && infos[at - 1]?.part !== part
        ? { side: 'before', of: next.id }
        : { side: 'after', of: infos[at - 1]?.id ?? '' }
    return slide && !had.has(id)
      ? [{ kind: 'add', slide, at: place }]
      : [{ kind: 'move', id, at: place, to: besideIn(before, common, unmoved, id) }]
  })
  return [
    ...gone.map(({ id }): Change => ({ kind: 'remove', id })),
    ...parts,
    ...slides,
    ...to.own.flatMap((slide): readonly Change[] => {
      const old = had.get(slide.id)
      return old && JSON.stringify(old) !== JSON.stringify(slide) ? [{ kind: 'edit', slide }] : []
    }),
  ]
}

/** The slides that a version hides by hand, without those that nothing can hide. */
const hiddenIn = (runningOrder: RunningOrder, { hidden }: Version): readonly string[] =>
  hidden.filter((id) => !isFixed(runningOrder, id))

/** The slides that a version shows although the short running order leaves them out. */
const shownIn = (runningOrder: RunningOrder, { shown }: Version): readonly string[] =>
  shown.filter((id) => runningOrder.some((info) => info.id === id && !info.core))

/** The changes of the planned times; `gone` are the own slides whose times went with them. */
function planChanges(from: Plan, to: Plan, gone: ReadonlySet<string>): readonly Change[] {
  const left = Object.entries(from.seconds).filter(([id]) => !gone.has(id))
  const isSame = JSON.stringify(left.sort()) === JSON.stringify(Object.entries(to.seconds).sort())
  return [
    ...(from.minutes === to.minutes ? [] : [{ kind: 'total', minutes: to.minutes } as const]),
    ...(isSame ? [] : [{ kind: 'times', seconds: to.seconds } as const]),
  ]
}

/**
 * What a version changes of another one, from the same deck: the fewest changes that make the later
 * version of the earlier. `moved` are the slides and the parts that somebody may have moved: of two
 * that have changed places it is one of these.
 */
export function changesBetween(
  runningOrder: RunningOrder,
  from: Version,
  to: Version,
  moved: readonly string[] = [],
): readonly Change[] {
  const order = orderChanges(runningOrder, from, to, moved)
  const ids = orderOf(runningOrder, to)
  const wentWith = new Set(order.flatMap((one) => (one.kind === 'remove' ? one.id : [])))
  /** The slides of one list that another one lacks, in running order. */
  const only = (one: readonly string[], other: readonly string[]) =>
    ids.filter((id) => one.includes(id) && !other.includes(id) && !wentWith.has(id))
  const [hid, hides] = [hiddenIn(runningOrder, from), hiddenIn(runningOrder, to)]
  const [kept, keeps] = [shownIn(runningOrder, from), shownIn(runningOrder, to)]
  const each = (kind: 'hide' | 'unhide' | 'keep' | 'drop', of: readonly string[]) =>
    of.map((id): Change => ({ kind, id }))
  return [
    ...(from.running === to.running ? [] : [{ kind: 'running', running: to.running } as const]),
    ...each('hide', only(hides, hid)),
    ...each('unhide', only(hid, hides)),
    ...each('keep', only(keeps, kept)),
    ...each('drop', only(kept, keeps)),
    ...order,
    ...ids.flatMap((id): readonly Change[] => {
      const text = noteOf(to, id)
      return text === noteOf(from, id) ? [] : [{ kind: 'note', id, text }]
    }),
    ...keysOf(coverLabels).flatMap((field): readonly Change[] => {
      const text = to.cover[field]
      return text === from.cover[field] ? [] : [{ kind: 'cover', field, text }]
    }),
    ...planChanges(from.plan, to.plan, wentWith),
  ]
}

/** Makes one change of a version, whose order names all slides. */
function withChange(runningOrder: RunningOrder, version: Version, change: Change): Version {
  const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id)
  switch (change.kind) {
    case 'running':
      return { ...version, running: change.running }
    case 'remove': {
      const left = removeSlide(runningOrder, version, change.id)
      return { ...left, order: without(version.order, change.id) }
    }
    case 'part': {
      const names = placed(partNames(runningOrder, version), change.name, change.at)
      return { ...version, order: withParts(runningOrder, version, names) }
    }
    case 'move':
      return { ...version, order: placed(version.order, change.id, change.at) }
    case 'add': {
      const { slide, at } = change
      const own = [...version.own, slide]
      return { ...version, own, order: placed(version.order, slide.id, at) }
    }
    case 'edit': {
      const { slide } = change
      return { ...version, own: version.own.map((one) => (one.id === slide.id ? slide : one)) }
    }
    case 'hide':
      return { ...version, hidden: [...version.hidden, change.id] }
    case 'unhide':
      return { ...version, hidden: without(version.hidden, change.id) }
    case 'keep':
      return { ...version, shown: [...version.shown, change.id] }
    case 'drop':
      return { ...version, shown: without(version.shown, change.id) }
    case 'note': {
      const { [change.id]: _, ...notes } = version.notes
      return { ...version, notes: change.text ? { ...notes, [change.id]: change.text } : notes }
    }
    case 'cover':
      return { ...version, cover: { ...version.cover, [change.field]: change.text } }
    case 'total': {
      const { minutes: _, ...plan } = version.plan
      const { minutes } = change
      return { ...version, plan: { ...(minutes !== undefined && { minutes }), ...plan } }
    }
    case 'times': {
      // An own slide whose time it was may have been taken away again.
      const ids = [...idsOf(runningOrder), ...idsOf(version.own)]
      const known = Object.entries(change.seconds).filter(([id]) => ids.includes(id))
      return { ...version, plan: { ...version.plan, seconds: Object.fromEntries(known) } }
    }
  }
}

/** Makes changes of a version, in their order. */
export function withChanges(
  runningOrder: RunningOrder,
  version: Version,
  changes: readonly Change[],
): Version {
  // Slides are put in their places one by one, and kept in their parts when all are.
  const whole = { ...version, order: orderOf(runningOrder, version) }
  const made = changes.reduce((one, change) => withChange(runningOrder, one, change), whole)
  return withOrder(runningOrder, made, orderOf(runningOrder, made))
}

/**
 * The later of two versions with some of its changes taken back; with an added slide goes all that
 * is changed about it.
 */
export function withoutChanges(
  runningOrder: RunningOrder,
  from: Version,
  to: Version,
  taken: readonly Change[],
  moved: readonly string[] = [],
): Version {
  const isTaken = new Set(taken.map((change) => JSON.stringify(change)))
  const left = changesBetween(runningOrder, from, to, moved).filter(
    (change) => !isTaken.has(JSON.stringify(change)),
  )
  const added = taken.flatMap((change) => (change.kind === 'add' ? change.slide.id : []))
  return withChanges(
    runningOrder,
    from,
    left.filter((change) => !('id' in change && added.includes(change.id))),
  )
}
