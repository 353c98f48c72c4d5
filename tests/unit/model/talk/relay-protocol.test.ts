import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  audienceStateIn,
  audienceStateOf,
  lentCodeIn,
  type Presentation,
  type PresenterPost,
  pairingCodeIn,
  presentationIn,
  presenterAnswerIn,
  presenterPostIn,
  viewOf,
} from '../../../../src/model/talk/relay-protocol.ts'
import { screens, viewFields } from '../../../../src/model/talk/view.ts'
import { runningOrder } from '../../../support/running-order.ts'
import { otherViews } from '../../../support/views.ts'

/** The hash of a presenter's own slides. */
const own = '0123456789abcdef0123456789abcdef'

const presentation: fc.Arbitrary<Presentation> = fc
  .record({
    epoch: fc.nat(),
    seq: fc.integer({ min: 1, max: 9 }),
    lease: fc.nat(9),
    slide: fc.constantFrom(...runningOrder.map(({ id }) => id)),
    step: fc.constant(0),
    screen: fc.constantFrom(...screens),
  })
  .chain((kept) =>
    fc.constantFrom(
      kept,
      { ...kept, spot: 3 },
      { ...kept, spot: 0, own },
      { ...kept, own },
      { ...kept, slide: 'rieng-1', own },
    ),
  )

const post: PresenterPost = { slide: 'one', step: 1, screen: 'slide' }

/** A value after it was sent as JSON. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the relay’s wire format', () => {
  test('refuses any other value, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(presenterPostIn(value)).toBeUndefined()
        expect(presenterAnswerIn(value)).toBeUndefined()
        expect(audienceStateIn(value)).toBeUndefined()
        expect(presentationIn(runningOrder, value)).toBeUndefined()
        expect(pairingCodeIn(value)).toBeUndefined()
        expect(lentCodeIn(value)).toBeUndefined()
      }),
    )
  })

  test('restores a stored presentation, if this deck can show it', () => {
    fc.assert(
      fc.property(presentation, (kept) => {
        const text = JSON.stringify(kept)
        // To the letter: relays compare shared values as text.
        expect(JSON.stringify(presentationIn(runningOrder, JSON.parse(text)))).toBe(text)
        expect(presentationIn(runningOrder, { ...kept, slide: 'gone' })).toBeUndefined()
        expect(presentationIn(runningOrder, { ...kept, step: 9 })).toBeUndefined()
        expect(presentationIn(runningOrder, { ...kept, seq: 0 })).toBeUndefined()
        const { own: _, ...without } = kept
        expect(presentationIn(runningOrder, { ...without, slide: 'rieng-1' })).toBeUndefined()
        expect(
          presentationIn(runningOrder, { ...without, slide: 'rieng-1', own: 'x' }),
        ).toBeUndefined()
      }),
    )
  })

  test('carries when the talk begins, unless a clock goes wrong', () => {
    const now = 1_800_000_000_000
    const hour = 3_600_000
    const waiting = { slide: 'one', step: 1, screen: 'waiting' as const }
    for (const starts of [now - 23 * hour, now + 1, now + 24 * hour]) {
      const told = presenterPostIn({ ...waiting, starts }, now)
      expect(told).toEqual({ ...waiting, starts })
      const shown = { ...waiting, starts, epoch: 1, seq: 1, lease: 1 }
      expect(presentationIn(runningOrder, sent(shown))).toEqual(shown)
      expect(audienceStateIn(sent(audienceStateOf(shown, false)))?.starts).toBe(starts)
    }
    for (const starts of [1, now + 25 * hour, Number.MAX_SAFE_INTEGER]) {
      expect(presenterPostIn({ ...waiting, starts }, now)).toEqual(waiting)
    }
    for (const starts of [0, -1, 1.5, '8:00', null, [now], 1e300]) {
      expect(presenterPostIn({ ...waiting, starts }, now)).toBeUndefined()
    }
  })

  test('reads what a presenter posted', () => {
    for (const each of [
      post,
      { ...post, spot: 0 },
      { ...post, lease: 3 },
      { ...post, lease: 3, seq: 0, own },
    ]) {
      expect(presenterPostIn(sent(each))).toEqual(each)
    }
  })

  test.for([
    ...[-1, 0.5, '1', null, 100, 1e9, [], Number.NaN].map((spot) => ({ ...post, spot })),
    { ...post, step: '1' },
    { ...post, step: 1.5 },
    { ...post, step: -1 },
    { ...post, step: 2 ** 53 },
    { ...post, screen: 'blue' },
    { ...post, screen: ['black'] },
    { ...post, black: true },
    { ...post, slide: ['one'] },
    { ...post, lease: 0 },
    { ...post, lease: null },
    { ...post, seq: -1 },
    { ...post, epoch: 9 },
    { ...post, own: '' },
    { ...post, own: own.toUpperCase() },
    { ...post, own: [own] },
    { slide: 'one', step: 1 },
    [post],
    JSON.parse('{"slide":"one","step":1,"screen":"slide","__proto__":{"lease":9}}'),
  ])('refuses %j from a presenter', (value) => {
    expect(presenterPostIn(value)).toBeUndefined()
  })

  test('reads the answer to a presenter, if no field is missing', () => {
    const answer = { lease: 1, seq: 2, viewers: 0 }
    expect(presenterAnswerIn(sent(answer))).toEqual(answer)
    expect(presenterAnswerIn(sent({ ...answer, unwritten: 1 }))).toEqual(answer)
    const warning = { ...answer, unwritten: true }
    expect(presenterAnswerIn(sent(warning))).toEqual(warning)
    for (const name of ['lease', 'seq', 'viewers']) {
      for (const value of [undefined, null, '1', -1, 0.5]) {
        expect(presenterAnswerIn({ ...answer, [name]: value })).toBeUndefined()
      }
    }
  })

  test('sends the audience a presentation without its lease', () => {
    fc.assert(
      fc.property(presentation, fc.boolean(), (kept, lost) => {
        const { lease, ...told } = kept
        const state = audienceStateOf(kept, lost)
        expect(state).not.toHaveProperty('lease')
        expect(audienceStateIn(sent(state))).toEqual({ ...told, lost })
        expect(audienceStateIn(sent(audienceStateOf(kept, lost, 2500)))?.within).toBe(2500)
        for (const within of [-1, 0.5, 30_001, '9', null])
          expect(audienceStateIn(sent({ ...state, within }))).not.toHaveProperty('within')
      }),
    )
  })

  test('reads a code that is lent, in the form of all codes', () => {
    const lent = { code: 'ABCDE-FGH23', seconds: 120 }
    expect(lentCodeIn(sent(lent))).toEqual(lent)
    for (const code of ['', 'ABCDE-FGH2', 'abcde-fgh23', 'ABCDE-FGH23/..', '<b>AB-CDEF', 7]) {
      expect(lentCodeIn({ ...lent, code })).toBeUndefined()
    }
    expect(lentCodeIn({ ...lent, seconds: -1 })).toBeUndefined()
  })

  test('reads a pairing code that comes alone', () => {
    expect(pairingCodeIn({ code: 'ABCDE-FGHJK' })).toBe('ABCDE-FGHJK')
    expect(pairingCodeIn({ code: '', more: 1 })).toBeUndefined()
    expect(pairingCodeIn({ code: 7 })).toBeUndefined()
  })
})

test.for(viewFields)('%s goes from the presenter to the viewers', (field) => {
  const view = otherViews[field]
  const posted = presenterPostIn(view, view.starts)
  expect(posted?.[field]).toBe(view[field])
  const stored = presentationIn(runningOrder, { ...view, epoch: 1, seq: 1, lease: 1 })
  expect(stored?.[field]).toBe(view[field])
  const sent = stored && audienceStateOf(stored, false)
  const heard = audienceStateIn(JSON.parse(JSON.stringify(sent)))
  expect(heard?.[field]).toBe(view[field])
  // Whatever a page has shown before, it then shows what the presenter shows.
  for (const before of Object.values(otherViews)) {
    const { slide, step } = view
    expect({ ...before, ...(heard && viewOf(heard, { slide, step }, before)) }).toEqual(view)
  }
})
