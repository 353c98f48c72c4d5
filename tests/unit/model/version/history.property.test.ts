import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deck } from '#deck'
import { runningOrderOf } from '../../../../src/model/deck/deck.ts'
import {
  goOn,
  type History,
  historyOf,
  readHistory,
  redo,
  storedHistory,
  undo,
} from '../../../../src/model/version/history.ts'
import { original, type Version } from '../../../../src/model/version/version.ts'
import { anyMadeVersion, tries } from '../../../support/any-version.ts'

const runningOrder = runningOrderOf(deck)

/** What somebody does, and on some days closes the page and opens it again. */
const anyStep = fc.oneof(
  { weight: 3, arbitrary: anyMadeVersion },
  ...(['undo', 'redo', 'reload'] as const).map((name) => fc.constant(name)),
)

const loadedAgain = (history: History) =>
  readHistory(
    JSON.parse(JSON.stringify(storedHistory(deck.id, history))),
    deck.id,
    runningOrder,
    history.present,
  )

test('undoing any sequence returns exactly what was there before, also after reloads', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
      let history = historyOf(original)
      // The same as everybody knows it: a list of versions, and a place in it.
      let versions: readonly Version[] = [original]
      let at = 0
      for (const step of steps) {
        if (step === 'reload') history = loadedAgain(history)
        else if (step === 'undo') {
          history = undo(history)
          at = Math.max(0, at - 1)
        } else if (step === 'redo') {
          history = redo(history)
          at = Math.min(versions.length - 1, at + 1)
        } else {
          history = goOn(history, step)
          if (JSON.stringify(step) === JSON.stringify(versions[at])) continue
          versions = [...versions.slice(0, at + 1), step]
          at += 1
        }
        expect(history.present).toEqual(versions[at])
      }
      for (; at > 0; at--) {
        expect(history.present).toEqual(versions[at])
        history = undo(history)
      }
      expect(history.present).toEqual(original)
      for (const version of versions) {
        expect(history.present).toEqual(version)
        history = redo(history)
      }
    }),
    { numRuns: tries(500) },
  )
})

test('any value at all is read without an exception, as a history of the version', () => {
  const anyHistory = fc.record(
    { present: fc.anything(), past: fc.anything(), future: fc.anything() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), anyHistory), anyMadeVersion, (value, version) => {
      expect(readHistory(value, deck.id, runningOrder, version).present).toEqual(version)
    }),
    { numRuns: tries(1000) },
  )
})
