import { describe, expect, test } from 'vitest'
import {
  addressOf,
  askedBy,
  back,
  forward,
  type Position,
  positionIn,
  startOf,
} from '../../../../src/model/deck/running-order.ts'
import { runningOrder } from '../../../support/running-order.ts'

/** All positions from one on, key press by key press, until nothing changes. */
function walk(from: Position, press: (position: Position) => Position): readonly string[] {
  const seen: string[] = []
  for (let at = from; ; at = press(at)) {
    const name = `${at.slide}/${at.step}`
    if (seen.at(-1) === name) return seen
    seen.push(name)
  }
}

const all = ['cover/0', 'one/0', 'one/1', 'one/2', 'two/0', 'three/0', 'three/1', 'end/0']

describe('a key press', () => {
  test('goes forward through every step of every slide and stays at the end', () => {
    expect(walk(startOf(runningOrder, 0), (at) => forward(runningOrder, at))).toEqual(all)
  })

  test('goes back the same way and stays at the start', () => {
    expect(walk({ slide: 'end', step: 0 }, (at) => back(runningOrder, at))).toEqual(
      [...all].reverse(),
    )
  })
})

describe('a page number', () => {
  test.for([
    [-3, 'cover'],
    [1, 'one'],
    [99, 'end'],
  ] as const)('%i leads to the nearest existing slide: %s', ([index, slide]) => {
    expect(startOf(runningOrder, index)).toEqual({ slide, step: 0 })
  })
})

describe('an address', () => {
  test('names slide and step, and is parsed back to them', () => {
    for (const position of [
      { slide: 'one', step: 0 },
      { slide: 'one', step: 2 },
    ]) {
      expect(askedBy(addressOf(position))).toEqual(position)
    }
    expect(addressOf({ slide: 'one', step: 1 })).toBe('#/one/0')
  })

  test('may be a plain link, and means no position if it is empty', () => {
    expect(askedBy('#one')).toEqual({ slide: 'one', step: 0 })
    expect(askedBy('#/one/x')).toEqual({ slide: 'one', step: 0 })
    expect(askedBy('#/one/1?utm_source=zalo&utm_medium=a/b')).toEqual({ slide: 'one', step: 2 })
    expect(askedBy('#one&zarsrc=30')).toEqual({ slide: 'one', step: 0 })
    expect(askedBy('')).toBeUndefined()
    expect(askedBy('#/')).toBeUndefined()
  })
})

describe('a position of unknown origin', () => {
  test('is one of the deck, with its step limited to the slide’s', () => {
    expect(positionIn(runningOrder, { slide: 'one', step: 9 })).toEqual({ slide: 'one', step: 2 })
    expect(positionIn(runningOrder, { slide: 'one', step: -1 })).toEqual({ slide: 'one', step: 0 })
  })

  test.for([
    undefined,
    null,
    'one',
    {},
    { slide: 'gone', step: 0 },
    { slide: 'one', step: 0.5 },
    { slide: 'one', step: '1' },
    { slide: 'constructor', step: 0 },
  ])('is undefined if invalid: %j', (value) => {
    expect(positionIn(runningOrder, value)).toBeUndefined()
  })
})
