import type { OwnCover } from '../deck/slide.ts'

/** The prefix of the ids of own slides; a number follows. */
export const ownPrefix = 'rieng-'

const ownId = new RegExp(`^${ownPrefix}[1-9]\\d{0,3}$`)

/** Whether a value is the id of an own slide. */
export const isOwnId = (id: unknown): id is string => typeof id === 'string' && ownId.test(id)

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

/** The times that a version plans in place of those counted from the notes. */
export interface Plan {
  /**
   * Minutes for everything, questions included, to which all times are scaled; as planned if absent.
   */
  readonly minutes?: number
  /** Whole seconds by slide id, such as those of a rehearsal. */
  readonly seconds: Readonly<Record<string, number>>
}

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
  readonly plan: Plan
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
  plan: { seconds: {} },
}

const numberOf = ({ id }: OwnSlide): number => Number(id.slice(ownPrefix.length))

const byKey = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/**
 * The version with sorted lists where their order has no meaning, so that equal versions have equal
 * JSON.
 */
export const inOneOrder = (version: Version): Version => ({
  ...version,
  hidden: [...version.hidden].sort(),
  shown: [...version.shown].sort(),
  notes: byKey(version.notes),
  own: [...version.own].sort((a, b) => numberOf(a) - numberOf(b)),
  plan: { ...version.plan, seconds: byKey(version.plan.seconds) },
})

/** The speaker's note for a slide; empty if there is none. */
export const noteOf = ({ notes }: Version, id: string): string =>
  (Object.hasOwn(notes, id) && notes[id]) || ''
