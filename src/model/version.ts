import type { Outline, Stop } from './position.ts'

/** A slide of the speaker's own, «Liên hệ địa phương»; its id is `rieng-` and a number. */
export interface OwnSlide {
  readonly id: string
  readonly title: string
  readonly points: readonly string[]
  /** Planned speaking time, in minutes. */
  readonly minutes: number
}

/** What the speaker fills in on the cover; empty where nothing was. */
export interface OwnCover {
  readonly place: string
  readonly date: string
  readonly speaker: string
}

/** The cover's own line: «Hội trường A · ngày 25/5 · Nguyễn Văn A»; empty where nothing was filled in. */
export const coverLine = ({ place, date, speaker }: OwnCover): string =>
  [place, date, speaker].filter(Boolean).join(' · ')

/** The running orders to choose from: every slide, or those that have a time in the short one. */
export type Running = 'full' | 'short'

/** A version of the speaker's own: a layer over the deck, which itself is never changed. */
export interface Version {
  readonly running: Running
  /** Slides by id, own ones included; those not named keep their place behind the one before. */
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  /** The speaker's own notes, by slide. */
  readonly notes: Readonly<Record<string, string>>
  readonly own: readonly OwnSlide[]
  readonly cover: OwnCover
}

/** The version that changes nothing. */
export const original: Version = {
  running: 'full',
  order: [],
  hidden: [],
  notes: {},
  own: [],
  cover: { place: '', date: '', speaker: '' },
}

/** The most minutes of the short running order. */
export const shortLimit = 15

/** A version applied to an outline. */
export interface Arrangement {
  /** What is shown, in running order, with the minutes that this running order plans. */
  readonly shown: Outline
  /** The same with what is hidden, where it would stand. */
  readonly all: Outline
  readonly hidden: ReadonlySet<string>
  /** Planned minutes of what is shown. */
  readonly minutes: number
}

/** Whether a slide always stays where it is: the cover, and the page about the source. */
export const isFixed = (outline: Outline, id: string): boolean =>
  id === outline[0].id || id === outline.at(-1)?.id

/** What the short running order leaves out. */
export const leftOutOfShort = (outline: Outline): readonly string[] =>
  outline.filter(({ brief }) => brief === undefined).map(({ id }) => id)

/** Every slide once, in the order asked for, the cover first and the source last. */
function sorted(outline: Outline, { order, own }: Version): readonly Stop[] {
  const stops = new Map(outline.map((stop) => [stop.id, stop]))
  for (const { id, title, minutes } of own) {
    stops.set(id, { id, name: title, part: '', minutes, brief: minutes, steps: 0 })
  }
  const ids = [...new Set(order)].filter((id) => stops.has(id))
  const isOwn = (id: string | undefined) => own.some((slide) => slide.id === id)
  outline.forEach(({ id }, at) => {
    if (ids.includes(id)) return
    const before = outline[at - 1]?.id
    let to = before === undefined ? 0 : ids.indexOf(before) + 1
    // An own slide stays with the one it follows.
    while (isOwn(ids[to])) to += 1
    ids.splice(to, 0, id)
  })
  for (const { id } of own) if (!ids.includes(id)) ids.push(id)
  const [cover, last] = [outline[0].id, outline.at(-1)?.id ?? '']
  const middle = ids.filter((id) => id !== cover && id !== last)
  // Every id came out of the map above.
  return [...new Set([cover, ...middle, last])].map((id) => stops.get(id) as Stop)
}

/**
 * Slides keep to their part, own ones to that of the slide before. Behind the cover, and behind
 * the last part, an own slide is in no part, as the slides there.
 */
function grouped(outline: Outline, stops: readonly Stop[]): readonly Stop[] {
  const sourced = new Set(outline.map(({ id }) => id))
  const [cover, ...rest] = stops
  const opening = rest.findIndex(({ id }) => sourced.has(id))
  let part = ''
  const placed = rest.slice(opening).map((stop) => {
    if (!sourced.has(stop.id)) return { ...stop, part }
    part = stop.part
    return stop
  })
  const parts = [...new Set(placed.map((stop) => stop.part))].filter(Boolean)
  return [
    ...(cover ? [cover] : []),
    ...rest.slice(0, opening),
    ...[...parts, ''].flatMap((name) => placed.filter((stop) => stop.part === name)),
  ]
}

/** Applies a version to a deck's outline. Every version gives a deck that can be presented. */
export function arrange(outline: Outline, version: Version): Arrangement {
  const hidden = new Set(version.hidden.filter((id) => !isFixed(outline, id)))
  const all = grouped(outline, sorted(outline, version)).map((stop) => {
    const { minutes, brief = minutes } = stop
    return { ...stop, minutes: version.running === 'short' ? brief : minutes }
  })
  const shown = all.filter(({ id }) => !hidden.has(id))
  return {
    // The cover and the last slide are always there.
    shown: shown as unknown as Outline,
    all: all as unknown as Outline,
    hidden: new Set(all.filter(({ id }) => hidden.has(id)).map(({ id }) => id)),
    minutes: shown.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

/** The names of the parts, in the order of an arrangement. */
export const partsOf = ({ all }: Pick<Arrangement, 'all'>): readonly string[] => [
  ...new Set(all.map(({ part }) => part).filter(Boolean)),
]

/** The order of a version as it is stored: nothing where it is the deck's own. */
const withOrder = (outline: Outline, version: Version, ids: readonly string[]): Version => {
  const own = new Set(version.own.map(({ id }) => id))
  const same = ids.every((id, at) => own.has(id) === false && id === outline[at]?.id)
  return { ...version, order: same ? [] : ids }
}

/** Moves a slide by one place, `-1` up or `1` down, within its part; an own slide anywhere. */
export function moveSlide(outline: Outline, version: Version, id: string, by: -1 | 1): Version {
  const { all } = arrange(outline, version)
  const from = all.findIndex((stop) => stop.id === id)
  const [stop, other] = [all[from], all[from + by]]
  if (!stop || !other || isFixed(outline, id) || isFixed(outline, other.id)) return version
  const isOwn = version.own.some((slide) => slide.id === id)
  if (!isOwn && stop.part !== other.part) return version
  const ids = all.map((stop) => stop.id)
  ids.splice(from, 1)
  ids.splice(from + by, 0, id)
  return withOrder(outline, version, ids)
}

/** Moves a whole part by one place. */
export function movePart(outline: Outline, version: Version, name: string, by: -1 | 1): Version {
  const arrangement = arrange(outline, version)
  const parts = [...partsOf(arrangement)]
  const from = parts.indexOf(name)
  if (from < 0 || from + by < 0 || from + by >= parts.length) return version
  parts.splice(from, 1)
  parts.splice(from + by, 0, name)
  const { all } = arrangement
  const first = all.findIndex(({ part }) => part)
  const ordered = [
    ...all.slice(0, first),
    ...[...parts, ''].flatMap((part) => all.slice(first).filter((stop) => stop.part === part)),
  ]
  return withOrder(
    outline,
    version,
    ordered.map(({ id }) => id),
  )
}
