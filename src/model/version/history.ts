import type { RunningOrder } from '../deck/running-order.ts'
import { asRecord, keysOf, pick } from '../record.ts'
import { changeRows, inOnePhrase } from './changes-in-words.ts'
import { original, type Version } from './version.ts'
import { fileOf, isSame, readVersion } from './version-file.ts'

/** How much of the past is kept: steps, and characters of their JSON. */
export const historyLimits = { steps: 100, size: 1_000_000 } as const

/**
 * What made a step, if not an edit: the deck as published was restored; a version was taken from a
 * file, or from this machine in a file that carries another; another window stored one without
 * telling what led to it.
 */
export type Origin = 'restored' | 'file' | 'machine' | 'elsewhere'

/** What is known of a step besides the versions before and after it. */
export interface About {
  /** What was edited: a slide by its id, or a part by its name. */
  readonly of?: string
  readonly origin?: Origin
}

/** A step from a version to the next: the fields that differ, as they were and as they became. */
export interface Step extends About {
  readonly from: Partial<Version>
  readonly to: Partial<Version>
}

/** A version with the steps that led to it, and those that were undone. Both end with the nearest. */
export interface History {
  readonly past: readonly Step[]
  readonly present: Version
  readonly future: readonly Step[]
  /** A name for what is being typed, which goes on in the last step of the past. */
  readonly typing?: string
}

const fields = keysOf<keyof Version>(original)

/** A version without a past. */
export const historyOf = (present: Version): History => ({ past: [], present, future: [] })

const differing = (one: Version, other: Version) =>
  fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))

/** The newest steps that are within the limits; the last one always. */
function within(past: readonly Step[]): readonly Step[] {
  let left: number = historyLimits.size
  const sizes = past.map((step) => JSON.stringify(step).length)
  const first = sizes.findLastIndex((size, at) => {
    left -= size
    return left < 0 && at < past.length - 1
  })
  return past.slice(Math.max(first + 1, past.length - historyLimits.steps))
}

/**
 * Goes on to another version, in a step of its own; what is typed under one name goes on in one
 * step. Nothing that was undone can be redone afterwards.
 */
export function goOn(
  history: History,
  present: Version,
  { typing, ...about }: About & { readonly typing?: string } = {},
): History {
  const goesOn = typing !== undefined && typing === history.typing
  const last = history.past.at(-1)
  const before = goesOn && last ? { ...history.present, ...last.from } : history.present
  const past = goesOn ? history.past.slice(0, -1) : history.past
  const names = differing(before, present)
  // What was typed and deleted again has changed nothing.
  if (names.length === 0) return { past, present, future: goesOn ? [] : history.future }
  const step: Step = { from: pick(before, names), to: pick(present, names), ...about }
  return { past: within([...past, step]), present, future: [], ...(typing && { typing }) }
}

/** Ends what is being typed: more under the same name is another step. */
export function endTyping({ typing: _, ...history }: History): History {
  return history
}

/** Goes back by a step; the same history if there is none. */
export function undo(history: History): History {
  const { past, present, future } = history
  const step = past.at(-1)
  if (!step) return history
  return {
    past: past.slice(0, -1),
    present: { ...present, ...step.from },
    future: [...future, step],
  }
}

/** Makes the step again that was undone last; the same history if there is none. */
export function redo(history: History): History {
  const { past, present, future } = history
  const step = future.at(-1)
  if (!step) return history
  return {
    past: [...past, step],
    present: { ...present, ...step.to },
    future: future.slice(0, -1),
  }
}

/** What a step of each origin is called; one from elsewhere by what it changes. */
const origins: Readonly<Record<Origin, string>> = {
  restored: 'trả về bản gốc',
  file: 'mở bản riêng từ tệp',
  machine: 'dùng bản riêng trên máy',
  elsewhere: '',
}

/** A step in words: «ẩn trang “Việc 1”». */
function inWords(runningOrder: RunningOrder, from: Version, to: Version, step: Step): string {
  const name = step.origin && origins[step.origin]
  if (name) return name
  const moved = step.of === undefined ? [] : [step.of]
  const words = inOnePhrase(changeRows(runningOrder, from, to, moved))
  return step.origin ? `${words} (ở cửa sổ khác)` : words
}

/** What would be undone and redone, in words; absent where there is nothing. */
export interface Ways {
  readonly undo?: string
  readonly redo?: string
}

/** Says what would be undone and redone. */
export function waysOf(runningOrder: RunningOrder, history: History): Ways {
  const { past, present, future } = history
  const [last, next] = [past.at(-1), future.at(-1)]
  return {
    ...(last && { undo: inWords(runningOrder, undo(history).present, present, last) }),
    ...(next && { redo: inWords(runningOrder, present, redo(history).present, next) }),
  }
}

/** What was edited in a history: slides by their ids, and parts by their names. */
export const editedIn = ({ past }: History): readonly string[] => [
  ...new Set(past.flatMap(({ of = [] }) => of)),
]

/** A history as it is stored, beside its version; `deck` is the deck's id. */
export const storedHistory = (deck: string, { past, present, future }: History): object => ({
  present: JSON.parse(fileOf(deck, present)),
  past,
  future,
})

const isOrigin = (value: unknown): value is Origin =>
  typeof value === 'string' && Object.hasOwn(origins, value)

/**
 * Reads steps that lead away from a version, the nearest last; up to the first, from the nearest
 * on, that is not as this program writes it.
 */
function stepsIn(
  value: unknown,
  start: Version,
  [near, far]: readonly ['to', 'from'] | readonly ['from', 'to'],
  read: (fields: object) => Version | undefined,
): readonly Step[] {
  const steps: Step[] = []
  let version = start
  const values: readonly unknown[] = Array.isArray(value) ? value : []
  for (const value of values.slice(-historyLimits.steps).reverse()) {
    const step = asRecord(value)
    const [back, away] = [asRecord(step[near]), asRecord(step[far])]
    const names = fields.filter((field) => Object.hasOwn(away, field))
    const other = read({ ...version, ...pick(away, names) })
    const whole = JSON.stringify({ ...other, ...pick(back, names) })
    if (!other || names.length === 0 || whole !== JSON.stringify(version)) break
    const of = { [near]: pick(version, names), [far]: pick(other, names) }
    steps.unshift({
      from: of.from ?? {},
      to: of.to ?? {},
      ...(typeof step.of === 'string' && { of: step.of }),
      ...(isOrigin(step.origin) && { origin: step.origin }),
    })
    version = other
  }
  return steps
}

/**
 * Reads the history of a stored version. A history that ends with another version has missed a
 * change, which becomes its last step; steps that cannot be read end it.
 */
export function readHistory(
  value: unknown,
  deck: string,
  runningOrder: RunningOrder,
  present: Version,
): History {
  const { past, future, ...stored } = asRecord(value)
  const whole = (reading: ReturnType<typeof readVersion>) =>
    'version' in reading && reading.problems.length === 0 ? reading.version : undefined
  const ended = whole(readVersion(stored.present, deck, runningOrder))
  if (!ended) return historyOf(present)
  /** A version of which reading leaves everything as it is. */
  const read = (fields: object) => {
    const version = whole(
      readVersion({ ...asRecord(stored.present), ...fields }, deck, runningOrder),
    )
    return version && JSON.stringify({ ...version, ...fields }) === JSON.stringify(version)
      ? version
      : undefined
  }
  const history: History = {
    past: stepsIn(past, ended, ['to', 'from'], read),
    present: ended,
    future: stepsIn(future, ended, ['from', 'to'], read),
  }
  return isSame(ended, present) ? history : goOn(history, present, { origin: 'elsewhere' })
}
