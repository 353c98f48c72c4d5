import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deck } from '#deck'
import {
  questionSeconds,
  runningOrderOf,
  slidesOf,
  statementsOf,
} from '../../../../src/model/deck/deck.ts'
import { groupsOf } from '../../../../src/model/deck/groups.ts'
import { applyVersion } from '../../../../src/model/version/apply-version.ts'
import { arrange, isFixed } from '../../../../src/model/version/arrange.ts'
import { movePart, moveSlide } from '../../../../src/model/version/edit-version.ts'
import { fitted, linesOf, room } from '../../../../src/model/version/fit.ts'
import { original } from '../../../../src/model/version/version.ts'
import {
  fileOf,
  isSame,
  readFile,
  readVersion,
} from '../../../../src/model/version/version-file.ts'
import { anyText, tries } from '../../../support/any-version.ts'

const runningOrder = runningOrderOf(deck)
const ids = runningOrder.map(({ id }) => id)
const sourced = JSON.stringify(slidesOf(deck).map(statementsOf))
const statements = new Map(slidesOf(deck).map((slide) => [slide.id, statementsOf(slide)]))

const anyId = fc.oneof(
  fc.constantFrom(...ids, 'rieng-1', 'rieng-2', 'rieng-3', 'rieng-99', '__proto__', 'toString'),
  fc.string({ maxLength: 10 }),
)

/** The contents of a version file: as we write it, edited by hand, or made up. */
const anyFile = fc.record(
  {
    kind: fc.constant('bao-cao-vien/ban-rieng'),
    form: fc.constant(1),
    deck: fc.constant(deck.id),
    running: fc.oneof(fc.constantFrom('full', 'short'), fc.anything()),
    order: fc.oneof(fc.array(anyId, { maxLength: 40 }), fc.shuffledSubarray(ids), fc.anything()),
    hidden: fc.oneof(fc.array(anyId, { maxLength: 40 }), fc.anything()),
    shown: fc.oneof(fc.array(anyId, { maxLength: 10 }), fc.anything()),
    notes: fc.oneof(fc.dictionary(anyId, anyText), fc.anything()),
    own: fc.oneof(
      fc.array(
        fc.record(
          {
            id: fc.oneof(fc.constantFrom('rieng-1', 'rieng-2', 'rieng-3'), fc.anything()),
            title: fc.oneof(anyText, fc.anything()),
            points: fc.oneof(fc.array(anyText, { maxLength: 8 }), fc.anything()),
            minutes: fc.oneof(fc.double(), fc.anything()),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 6 },
      ),
      fc.anything(),
    ),
    cover: fc.oneof(
      fc.dictionary(fc.constantFrom('place', 'date', 'speaker'), anyText),
      fc.anything(),
    ),
    plan: fc.oneof(
      fc.record(
        {
          minutes: fc.oneof(fc.double({ min: 0, max: 310 }), fc.anything()),
          seconds: fc.oneof(fc.dictionary(anyId, fc.integer({ min: -1, max: 900 })), fc.anything()),
        },
        { requiredKeys: [] },
      ),
      fc.anything(),
    ),
  },
  { requiredKeys: ['kind', 'form', 'deck'] },
)

const read = (value: unknown) => {
  const reading = readVersion(value, deck.id, runningOrder)
  if ('refused' in reading) throw new Error(reading.refused)
  return reading
}
const anyVersion = anyFile.map((file) => read(file).version)

describe('each of thousands of versions', { timeout: 120_000 }, () => {
  test('gives a deck that can be presented, with no sourced text changed and correct totals', () => {
    fc.assert(
      fc.property(anyVersion, (version) => {
        const asked = questionSeconds(deck)
        const { shown, all, hidden, seconds, questions } = arrange(runningOrder, version, asked)
        // Contains every slide once, shown or hidden, with the cover first and the source last.
        const every = [...ids, ...version.own.map(({ id }) => id)]
        expect(all.map(({ id }) => id).toSorted()).toEqual(every.toSorted())
        expect(shown.map(({ id }) => id)).toEqual(
          all.map(({ id }) => id).filter((id) => !hidden.has(id)),
        )
        expect([shown[0].id, shown.at(-1)?.id]).toEqual([ids[0], ids.at(-1)])
        expect([...hidden].filter((id) => isFixed(runningOrder, id))).toEqual([])
        // Parts stay together and keep their slides.
        const runs = all.map(({ part }) => part).filter((part, at) => part !== all[at - 1]?.part)
        expect(new Set(runs.filter(Boolean)).size).toBe(runs.filter(Boolean).length)
        // One comparison for all: thousands of times twelve would be the most of the test.
        const kept = (one: (typeof all)[number] | undefined) => [one?.name, one?.part, one?.steps]
        expect(runningOrder.map(({ id }) => kept(all.find((one) => one.id === id)))).toEqual(
          runningOrder.map(kept),
        )
        const times = shown.map(({ id }) => {
          const own = version.own.find((slide) => slide.id === id)
          const info = runningOrder.find((slide) => slide.id === id)
          // Two words a second; the time of an own slide is what was planned for it.
          const words = (version.notes[id] ?? '').split(/\s+/).filter(Boolean)
          const counted = own
            ? own.minutes * 60
            : (info?.seconds ?? Number.NaN) + Math.ceil(words.length / 2)
          return Object.hasOwn(version.plan.seconds, id) ? version.plan.seconds[id] : counted
        })
        const planned = times.reduce<number>((sum, time) => sum + (time ?? Number.NaN), 0)
        const { minutes } = version.plan
        expect([seconds + questions, shown.reduce((sum, { seconds }) => sum + seconds, 0)]).toEqual(
          [minutes === undefined ? planned + asked : minutes * 60, seconds],
        )
        // Every slide keeps its share.
        const scale = minutes === undefined ? 1 : (minutes * 60) / (planned + asked)
        const off = shown.map(({ seconds }, at) => Math.abs(seconds - (times[at] ?? 0) * scale))
        expect(Math.max(...off)).toBeLessThanOrEqual(1)
        // The deck that the build renders is the same, and its sourced statements are unchanged.
        const edition = applyVersion(deck, version)
        expect(questionSeconds(edition)).toBe(questions)
        expect(runningOrderOf(edition).map(({ id, part, seconds }) => [id, part, seconds])).toEqual(
          shown.map(({ id, part, seconds }) => [id, part, seconds]),
        )
        const after = slidesOf(edition)
        expect(after.map(statementsOf)).toEqual(after.map(({ id }) => statements.get(id) ?? []))
      }),
      { numRuns: tries(10_000) },
    )
    expect(JSON.stringify(slidesOf(deck).map(statementsOf))).toBe(sourced)
    expect(applyVersion(deck, original)).toEqual(deck)
  })

  test('is parsed back from its file as it was', () => {
    fc.assert(
      fc.property(anyVersion, (version) => {
        expect(readFile(fileOf(deck.id, version), deck.id, runningOrder)).toEqual({
          version,
          problems: [],
        })
      }),
      { numRuns: tries(10_000) },
    )
  })
})

test('a version is the same in whatever order its unordered lists are', () => {
  const shuffled = <T>(list: readonly T[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length })
  const pair = anyVersion.chain((version) =>
    fc
      .record({
        hidden: shuffled(version.hidden),
        shown: shuffled(version.shown),
        own: shuffled(version.own),
        notes: shuffled(Object.entries(version.notes)).map(Object.fromEntries),
      })
      .map((lists) => [version, { ...version, ...lists }] as const),
  )
  fc.assert(
    fc.property(pair, ([version, other]) => {
      expect(isSame(version, other)).toBe(true)
      const again = readFile(fileOf(deck.id, other), deck.id, runningOrder)
      expect('version' in again && arrange(runningOrder, again.version)).toEqual(
        arrange(runningOrder, version),
      )
    }),
    { numRuns: tries(1000) },
  )
})

test('any value at all is parsed or refused without an exception', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      expect(readVersion(value, deck.id, runningOrder)).toBeTruthy()
    }),
    { numRuns: tries(2000) },
  )
  fc.assert(
    fc.property(anyFile, (file) => {
      const { version } = read(file)
      for (const slide of fitted(version).own) {
        expect(slide.points.length).toBeLessThanOrEqual(room.points)
        expect(linesOf(slide.points)).toBeLessThanOrEqual(room.lines)
      }
      for (const text of Object.values(version.notes)) {
        expect(text).toBe(text.normalize('NFC'))
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
        expect(() => encodeURIComponent(text)).not.toThrow()
      }
    }),
    { numRuns: tries(2000) },
  )
})

test('moving there and back restores the order, and no move loses a slide', () => {
  const step = fc.record({ at: fc.nat(40), by: fc.constantFrom(-1 as const, 1 as const) })
  fc.assert(
    fc.property(anyVersion, fc.array(step, { maxLength: 12 }), (version, steps) => {
      let moved = version
      for (const { at, by } of steps) {
        const { all } = arrange(runningOrder, moved)
        const id = all[at % all.length]?.id ?? ''
        moved = moveSlide(runningOrder, moved, id, by)
        const { parts } = groupsOf(arrange(runningOrder, moved).all)
        const part = parts[at % parts.length]?.name ?? ''
        const there = movePart(runningOrder, moved, part, by)
        if (there !== moved) {
          const back = movePart(runningOrder, there, part, by === 1 ? -1 : 1)
          expect(arrange(runningOrder, back).shown).toEqual(arrange(runningOrder, moved).shown)
        }
        moved = there
      }
      expect(arrange(runningOrder, moved).all).toHaveLength(
        arrange(runningOrder, version).all.length,
      )
    }),
    { numRuns: tries(1000) },
  )
})
