import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { runningOrderOf } from '../../../../src/model/deck/deck.ts'
import { arrange, isFixed } from '../../../../src/model/version/arrange.ts'
import {
  type Change,
  changesBetween,
  withChanges,
  withoutChanges,
} from '../../../../src/model/version/changes.ts'
import { movePart, moveSlide } from '../../../../src/model/version/edit-version.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { fileOf } from '../../../../src/model/version/version-file.ts'
import { anyMadeVersion, tries } from '../../../support/any-version.ts'

const runningOrder = runningOrderOf(deck)
const between = (from: Version, to: Version) => changesBetween(runningOrder, from, to)
const changed = (version: Version, changes: readonly Change[]) =>
  withChanges(runningOrder, version, changes)

/** What a version does: the whole order, and nothing that has no effect. */
const effectOf = (version: Version) =>
  fileOf('', {
    ...version,
    order: arrange(runningOrder, version).all.map(({ id }) => id),
    hidden: version.hidden.filter((id) => !isFixed(runningOrder, id)),
    shown: version.shown.filter((id) => runningOrder.some((info) => info.id === id && !info.core)),
  })

test('the changes between any two versions, made of the one, give the other', () => {
  fc.assert(
    fc.property(anyMadeVersion, anyMadeVersion, (from, to) => {
      expect(effectOf(changed(from, between(from, to)))).toBe(effectOf(to))
    }),
    { numRuns: tries(1000) },
  )
})

test('no changes are found between a version and itself', () => {
  fc.assert(
    fc.property(anyMadeVersion, (version) => {
      expect(between(version, version)).toEqual([])
    }),
    { numRuns: tries(500) },
  )
})

test('a change that is taken back is gone, and one after the other all can be', () => {
  fc.assert(
    fc.property(anyMadeVersion, fc.nat(), (version, which) => {
      let left = version
      // More than one round may be needed: a slide that no longer stands between two others can make
      // two moves of one.
      for (let steps = 2 * between(original, version).length; steps >= 0; steps -= 1) {
        const changes = between(original, left)
        const one = changes[which % changes.length]
        if (!one) return
        expect(steps).toBeGreaterThan(0)
        left = withoutChanges(runningOrder, original, left, [one])
        expect(between(original, left)).not.toContainEqual(one)
      }
    }),
    { numRuns: tries(500) },
  )
})

test('a slide or a part that was moved by its button reads as one move', () => {
  fc.assert(
    fc.property(anyMadeVersion, fc.nat(), fc.constantFrom(-1, 1), (version, at, by) => {
      const { all } = arrange(runningOrder, version)
      const id = all[at % all.length]?.id ?? ''
      const slide = moveSlide(runningOrder, version, id, by)
      const moves = changesBetween(runningOrder, version, slide, [id])
      expect(moves.length).toBeLessThanOrEqual(1)
      for (const move of moves) expect(move).toMatchObject({ kind: 'move', id })
      const part = all[at % all.length]?.part ?? ''
      const parted = movePart(runningOrder, version, part, by)
      const parts = changesBetween(runningOrder, version, parted, [part])
      expect(parts.length).toBeLessThanOrEqual(1)
      for (const move of parts) expect(move).toMatchObject({ kind: 'part', name: part })
    }),
    { numRuns: tries(1000) },
  )
})
