import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Pointed, pointedIn, pointerPostIn } from '../../../../src/model/talk/pointed.ts'

test('a place on a slide is read as it was sent, and the end of pointing', () => {
  const place = fc.tuple(fc.nat(1280), fc.nat(720))
  fc.assert(
    fc.property(fc.string(), fc.option(place, { nil: undefined }), (slide, at) => {
      const pointed: Pointed = { slide, ...(at && { at }) }
      expect(pointedIn(JSON.parse(JSON.stringify(pointed)))).toEqual(pointed)
    }),
  )
})

test('any other value is refused, without an error', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(pointedIn(value)).toBeUndefined()
      expect(pointerPostIn(value)).toBeUndefined()
    }),
  )
})

test.for([
  { at: [1, 1] },
  { slide: 7, at: [1, 1] },
  ...[
    [-1, 0],
    [0, 721],
    [1281, 0],
    [0.5, 0],
    ['1', '1'],
    [1e308, 1],
    [1],
    [1, 2, 3],
    [null, null],
    [[1], 1],
    { 0: 1, 1: 1, length: 2 },
    'ab',
    null,
    Number.NaN,
  ].map((at) => ({ slide: 'one', at })),
  { slide: 'one', at: [Number.NaN, 1] },
  { slide: 'one', at: [Number.POSITIVE_INFINITY, 1] },
])('%j is refused', (value) => {
  expect(pointedIn(value)).toBeUndefined()
})

test('a presenter’s post is read with its lease, and nothing else in it', () => {
  const post = { slide: 'one', at: [3, 4], lease: 2 }
  expect(pointerPostIn(post)).toEqual(post)
  expect(pointerPostIn({ slide: 'one', lease: 1 })).toEqual({ slide: 'one', lease: 1 })
  for (const lease of [undefined, null, 0, -1, 1.5, '1', 2 ** 53, Number.NaN]) {
    expect(pointerPostIn({ ...post, lease })).toBeUndefined()
  }
  expect(pointerPostIn({ ...post, seq: 1 })).toBeUndefined()
  expect(pointerPostIn(JSON.parse('{"slide":"one","lease":1,"__proto__":{"at":[1,1]}}'))).toBe(
    undefined,
  )
})
