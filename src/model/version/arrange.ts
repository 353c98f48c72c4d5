import { apportion } from '../apportion.ts'
import { secondsToSay } from '../deck/reading-time.ts'
import type { RunningOrder, SlideInfo } from '../deck/running-order.ts'
import { wordsIn } from '../deck/text.ts'
import { nonEmpty } from '../non-empty.ts'
import { noteOf, type Version } from './version.ts'

/** The minutes that the short running order should not exceed, without questions. */
export const shortLimit = 10

/** Whether an id is in a list that is asked for every slide. */
const isIn = (ids: readonly string[]): ((id: string) => boolean) => {
  const known = new Set(ids)
  return (id) => known.has(id)
}

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
  /** That for questions after them. */
  readonly questions: number
}

/**
 * Whether a slide can neither move nor be hidden: the cover, and the last slide.
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
  const isOwn = isIn(own.map(({ id }) => id))
  /** The id after each id, and the first after none: a list is searched for every slide. */
  const next = new Map<string | undefined, string | undefined>()
  let end: string | undefined
  const put = (id: string, before: string | undefined) => {
    next.set(id, next.get(before))
    next.set(before, id)
    if (end === before) end = id
  }
  for (const id of order) if (infos.has(id) && !next.has(id)) put(id, end)
  runningOrder.forEach(({ id }, at) => {
    if (next.has(id)) return
    let before = runningOrder[at - 1]?.id
    // Own slides stay behind the slide that they follow.
    for (let own = next.get(before); own !== undefined && isOwn(own); own = next.get(own)) {
      before = own
    }
    put(id, before)
  })
  for (const { id } of own) if (!next.has(id)) put(id, end)
  const ids: string[] = []
  for (let id = next.get(undefined); id !== undefined; id = next.get(id)) ids.push(id)
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

/**
 * Applies a version to a running order. Every version gives one that can be presented. `questions`
 * is the time that the deck plans for them, in seconds; only the times depend on it.
 */
export function arrange(runningOrder: RunningOrder, version: Version, questions = 0): Arrangement {
  const short = version.running === 'short'
  const isOwn = isIn(version.own.map(({ id }) => id))
  const [isHiddenByHand, isShownByHand] = [isIn(version.hidden), isIn(version.shown)]
  const isHidden = ({ id, core }: SlideInfo): boolean =>
    !isFixed(runningOrder, id) && (isHiddenByHand(id) || (short && !core && !isShownByHand(id)))
  const { minutes, seconds: planned } = version.plan
  const timed = grouped(runningOrder, sorted(runningOrder, version)).map((info) => {
    const seconds = Object.hasOwn(planned, info.id) && planned[info.id]
    if (seconds) return { ...info, seconds }
    // The time of an own slide is planned with all that is said on it.
    const note = isOwn(info.id) ? '' : noteOf(version, info.id)
    return note ? { ...info, seconds: info.seconds + secondsToSay(wordsIn(note)) } : info
  })
  const times = timed.filter((slide) => !isHidden(slide)).map(({ seconds }) => seconds)
  // The slides that are shown and the questions keep their shares of the time for everything.
  const shares = minutes ? apportion([...times, questions], minutes * 60) : [...times, questions]
  let next = 0
  const all = timed.map((info) =>
    isHidden(info) ? info : { ...info, seconds: shares[next++] ?? 0 },
  )
  const shown = all.filter((slide) => !isHidden(slide))
  return {
    // Neither is empty: the cover and the last slide cannot be hidden.
    shown: nonEmpty(shown),
    all: nonEmpty(all),
    hidden: new Set(all.filter(isHidden).map(({ id }) => id)),
    seconds: shown.reduce((sum, { seconds }) => sum + seconds, 0),
    questions: shares.at(-1) ?? 0,
  }
}

/**
 * The slide to show for one that may be hidden: itself, the next shown one, or the last. Undefined
 * for an unknown id.
 */
export function nearest({ all, shown }: Arrangement, id: string): string | undefined {
  const at = all.findIndex((info) => info.id === id)
  if (at < 0) return undefined
  return all.slice(at).find((info) => shown.includes(info))?.id ?? shown.at(-1)?.id
}
