import { describe, expect, test } from 'vitest'
import { Wheel, type WheelMove } from '../../../../../src/client/deck/extras/wheel.ts'

const still: WheelMove = { deltaX: 0, deltaY: 0, deltaMode: 0, timeStamp: 0 }

/** The steps of several reports in turn, each so long after the one before. */
function stepsOf(moves: readonly Partial<WheelMove>[], apart: number): readonly number[] {
  const wheel = new Wheel()
  return moves.map((move, at) => wheel.steps({ ...still, ...move, timeStamp: 5000 + at * apart }))
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)

/** A notch of a mouse, as engines and systems report it. */
const notches: Readonly<Record<string, Partial<WheelMove>>> = {
  'Chrome on Windows': { deltaY: 100, wheelDeltaY: -120 },
  'Chrome at 125 %': { deltaY: 80, wheelDeltaY: -120 },
  'Chrome on Linux': { deltaY: 53, wheelDeltaY: -120 },
  'Firefox, in lines': { deltaY: 3, deltaMode: 1 },
  'one that reports no wheelDelta': { deltaY: 120 },
}

/** A swipe of a touchpad: it grows, and then runs out by itself for a second. */
const swipe = [
  ...[1, 3, 9, 24, 40, 44],
  ...Array.from({ length: 55 }, (_, at) => Math.max(1, Math.round(40 * 0.92 ** at))),
]

describe('a wheel', () => {
  test.for(Object.entries(notches))('turns one step a notch, forward and back: %s', ([, notch]) => {
    const back = Object.fromEntries(
      Object.entries(notch).map(([name, value]) => [
        name,
        name === 'deltaMode' ? value : -(value ?? 0),
      ]),
    )
    for (const apart of [15, 60, 400]) {
      expect(stepsOf([notch, notch, notch, back], apart)).toEqual([1, 1, 1, -1])
    }
  })

  test('turns a step for each of several notches that come in one report', () => {
    expect(stepsOf([{ deltaY: 300, wheelDeltaY: -360 }], 0)).toEqual([3])
  })

  test('that spins freely turns no more than a few', () => {
    const spin = Array.from({ length: 100 }, () => ({ deltaY: 100, wheelDeltaY: -120 }))
    expect(sum(stepsOf(spin, 8))).toBe(6)
    expect(sum(stepsOf([{ deltaY: 9000, wheelDeltaY: -10_800 }], 8))).toBe(6)
  })

  test('turns a step for a slow notch on a Mac', () => {
    const notch = { deltaY: 4.000244140625, wheelDeltaY: -12 }
    expect(stepsOf([notch, notch], 300)).toEqual([1, 1])
  })
})

describe('a touchpad', () => {
  test.for([1, -1])('turns one step a swipe, however long it runs out: %i', (way) => {
    const moves = swipe.map((y) => ({ deltaY: way * y, wheelDeltaY: -3 * way * y }))
    for (const apart of [8, 16, 40]) {
      const steps = stepsOf(moves, apart)
      expect(sum(steps)).toBe(way)
      expect(steps.findIndex((step) => step !== 0)).toBeLessThan(3)
    }
  })

  test('turns once more for a swipe after a rest', () => {
    const wheel = new Wheel()
    let made = 0
    for (const start of [1000, 4000]) {
      swipe.forEach((deltaY, at) => {
        made += wheel.steps({ ...still, deltaY, timeStamp: start + at * 16 })
      })
    }
    expect(made).toBe(2)
  })

  test('turns nothing when it is swiped across, or only touched', () => {
    const across = swipe.map((x) => ({ deltaX: x, deltaY: x / 3 }))
    expect(sum(stepsOf(across, 16))).toBe(0)
    expect(stepsOf([{ deltaY: 1 }, { deltaY: -1 }, { deltaY: 1 }], 16)).toEqual([0, 0, 0])
  })
})

test('what is spent turns nothing until the gesture is over', () => {
  const wheel = new Wheel()
  const notch = { ...still, deltaY: 100, wheelDeltaY: -120 }
  expect(wheel.steps({ ...notch, timeStamp: 1000 })).toBe(1)
  wheel.spend()
  expect(wheel.steps({ ...notch, timeStamp: 1050 })).toBe(0)
  expect(wheel.steps({ ...notch, timeStamp: 1300 })).toBe(1)
})
