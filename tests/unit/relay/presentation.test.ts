import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionIn } from '../../../src/model/deck/running-order.ts'
import type { Presentation, PresenterPost } from '../../../src/model/talk/relay-protocol.ts'
import { looksAlike, screens, viewFields } from '../../../src/model/talk/view.ts'
import { newestPresentation, noPresentation, publish } from '../../../src/relay/presentation.ts'
import { runningOrder } from '../../support/running-order.ts'
import { otherViews, view } from '../../support/views.ts'

const slides = [...runningOrder.map(({ id }) => id), 'gone', '']

/** What a presenter may send, sensible or not. */
const shown: fc.Arbitrary<PresenterPost> = fc
  .record({
    slide: fc.constantFrom(...slides),
    step: fc.integer({ min: -1, max: 3 }),
    screen: fc.constantFrom(...screens),
    lease: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  })
  .map(({ lease, ...rest }) => (lease === undefined ? rest : { ...rest, lease }))

const presentation: fc.Arbitrary<Presentation> = fc.record({
  epoch: fc.integer({ min: 0, max: 3 }),
  seq: fc.integer({ min: 1, max: 4 }),
  lease: fc.integer({ min: 1, max: 3 }),
  slide: fc.constantFrom(...runningOrder.map(({ id }) => id)),
  step: fc.constant(0),
  screen: fc.constantFrom(...screens),
})

const one: PresenterPost = { slide: 'one', step: 1, screen: 'slide' }

describe.for(viewFields)('two views that differ in %s alone', (field) => {
  const other = otherViews[field]

  test('do not look alike, are a change, and one of them is the newer for all', () => {
    expect(looksAlike(view, other)).toBe(false)
    const shownFirst = publish(noPresentation(1), runningOrder, view)
    if (!('presentation' in shownFirst)) throw new Error('refused')
    const { presentation: first } = shownFirst
    expect(publish(first, runningOrder, { ...other, lease: first.lease }).kind).toBe('changed')
    const second = { ...first, ...other }
    expect(newestPresentation(first, second)).toEqual(newestPresentation(second, first))
  })
})

describe('a presentation', () => {
  test('only grows: the epoch stays, seq counts changes, leases are not reused', () => {
    fc.assert(
      fc.property(fc.array(shown), (asked) => {
        let now = noPresentation(7)
        for (const each of asked) {
          const outcome = publish(now, runningOrder, each)
          if (!('presentation' in outcome)) continue
          expect(outcome.presentation.epoch).toBe(7)
          expect(outcome.presentation.seq).toBe(now.seq + (outcome.kind === 'changed' ? 1 : 0))
          expect(outcome.presentation.lease).toBeGreaterThanOrEqual(now.lease)
          now = outcome.presentation
        }
      }),
    )
  })

  test('shows exactly what was sent, and only what the deck has', () => {
    fc.assert(
      fc.property(presentation, shown, (now, asked) => {
        const has = positionIn(runningOrder, asked)?.step === asked.step
        const outcome = publish(now, runningOrder, asked)
        const isOld = (asked.lease ?? now.lease) < now.lease
        expect(outcome.kind).toBe(isOld ? 'superseded' : has ? outcome.kind : 'unknown')
        if ('presentation' in outcome) {
          const { slide, step, screen } = asked
          expect(outcome.presentation).toMatchObject({ slide, step, screen })
        }
      }),
    )
  })

  test('belongs to the newest presenter, and the older one is told', () => {
    const first = publish(noPresentation(1), runningOrder, one)
    if (!('presentation' in first)) throw new Error('refused')
    expect(first.presentation.lease).toBe(1)
    const second = publish(first.presentation, runningOrder, {
      slide: 'two',
      step: 0,
      screen: 'slide',
    })
    if (!('presentation' in second)) throw new Error('refused')
    expect(second.presentation).toMatchObject({ lease: 2, slide: 'two' })
    expect(publish(second.presentation, runningOrder, { ...one, lease: 1 })).toEqual({
      kind: 'superseded',
    })
    expect(publish(second.presentation, runningOrder, { ...one, lease: 2 }).kind).toBe('changed')
  })

  test('is the same object if the same state is sent again', () => {
    fc.assert(
      fc.property(presentation, (now) => {
        const { slide, step, screen, lease } = now
        const outcome = publish(now, runningOrder, { slide, step, screen, lease })
        expect(outcome.kind).toBe('same')
        expect('presentation' in outcome && outcome.presentation).toBe(now)
      }),
    )
  })

  test('counts on from the last change acknowledged to its presenter, by whichever relay', () => {
    const before: Presentation = {
      epoch: 1,
      seq: 9,
      lease: 1,
      slide: 'one',
      step: 1,
      screen: 'slide',
    }
    const told = publish(before, runningOrder, { ...one, lease: 1, seq: 20 })
    expect(told).toMatchObject({ kind: 'changed', presentation: { epoch: 1, seq: 21 } })
    expect(publish(before, runningOrder, { ...one, lease: 1, seq: 9 }).kind).toBe('same')
    // Not so far that counting would become impossible.
    const far = publish(before, runningOrder, { ...one, lease: 1, seq: Number.MAX_SAFE_INTEGER })
    expect('presentation' in far && far.presentation.seq).toBeLessThan(1e6)
  })

  test('that was lost takes the lease that its presenter still has', () => {
    const outcome = publish(noPresentation(2), runningOrder, { ...one, lease: 5 })
    expect(outcome).toMatchObject({ kind: 'changed', presentation: { lease: 5, seq: 1, epoch: 2 } })
  })

  test('is the newest of several, in whatever order they arrive', () => {
    fc.assert(
      fc.property(presentation, presentation, presentation, (a, b, c) => {
        expect(newestPresentation(a, b)).toEqual(newestPresentation(b, a))
        expect(newestPresentation(newestPresentation(a, b), c)).toEqual(
          newestPresentation(a, newestPresentation(b, c)),
        )
        expect(newestPresentation(a, a)).toBe(a)
        expect(newestPresentation({ ...a, epoch: 9, seq: 1 }, b)).toMatchObject({ epoch: 9 })
      }),
    )
  })
})
