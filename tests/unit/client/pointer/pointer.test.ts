import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Pointed } from '../../../../src/model/talk/pointed.ts'

// The window, its slide and its session, as far as the pointer uses them. The slide is as large as a
// tenth of its units, with its corner at 10, 20.
const section = {
  getBoundingClientRect: () => ({ left: 10, top: 20, width: 128, height: 72 }),
  append: (drawing: { parentElement: unknown }) => {
    drawing.parentElement = section
  },
}
let own: EventTarget
let view: { slide: string; screen: string }
let listeners: ((before: object) => void)[]
let told: Pointed[]
let circle: Map<string, string>
let drawing: { parentElement: unknown } | undefined
let classes: Set<string>
/** Whether the window shows another slide in private. */
let isAway: boolean
let pointer: import('../../../../src/client/pointer/pointer.ts').Pointer

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  own = new EventTarget()
  classes = new Set()
  const part = (name: string) => {
    const attributes = new Map<string, string>()
    const made = {
      parentElement: undefined as unknown,
      setAttribute: (key: string, value: string) => attributes.set(key, value),
      append: () => undefined,
      remove: () => {
        made.parentElement = undefined
      },
    }
    if (name === 'circle') circle = attributes
    // The first one; the spotlight has another.
    if (name === 'svg') drawing ??= made
    return made
  }
  vi.stubGlobal('addEventListener', own.addEventListener.bind(own))
  vi.stubGlobal('window', own)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      disconnect() {}
    },
  )
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), {
      fonts: new EventTarget(),
      createElementNS: (_: string, name: string) => part(name),
      documentElement: Object.assign(new EventTarget(), {
        classList: {
          add: (name: string) => classes.add(name),
          remove: (name: string) => classes.delete(name),
          contains: (name: string) => classes.has(name),
        },
      }),
    }),
  )
  view = { slide: 'one', screen: 'slide' }
  told = []
  isAway = false
  listeners = []
  drawing = undefined
  const session = {
    get view() {
      return view
    },
    point: (pointed: Pointed) => told.push(pointed),
    onChange: (listener: (before: object) => void) => listeners.push(listener),
  }
  const { startPointer } = await import('../../../../src/client/pointer/pointer.ts')
  pointer = startPointer(session as never, () => (isAway ? undefined : (section as never)), {})
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const fire = (name: string, fields: object) =>
  own.dispatchEvent(Object.assign(new Event(name), fields))
const move = (clientX: number, clientY: number) => fire('pointermove', { clientX, clientY })
const pass = (time: number) => vi.advanceTimersByTimeAsync(time)
const shown = () =>
  drawing?.parentElement ? [Number(circle.get('cx')), Number(circle.get('cy'))] : undefined
const change = (more: object) => {
  const before = view
  view = { ...view, ...more }
  for (const listener of listeners) listener(before)
}

test('others are told the newest place, twenty times a second at most, and nothing when not in use', async () => {
  move(0, 0)
  expect(told).toEqual([])
  pointer.hold('key')
  for (let x = 0; x <= 100; x++) {
    move(10 + x, 30)
    expect(shown()).toEqual([10 * x, 100])
    await pass(10)
  }
  // In a second: the first at once, the last within 50 ms.
  expect(told.length).toBeGreaterThan(15)
  expect(told.length).toBeLessThanOrEqual(22)
  expect(told[0]).toEqual({ slide: 'one', at: [0, 100] })
  await pass(50)
  expect(told.at(-1)).toEqual({ slide: 'one', at: [1000, 100] })
  fire('keyup', { key: 'l', code: 'KeyL' })
  expect(told.at(-1)).toEqual({ slide: 'one', at: undefined })
  expect(shown()).toBeUndefined()
  const { length } = told
  move(30, 30)
  await pass(5000)
  expect(told.length).toBe(length)
})

test('a place that is held still is told again before it would be forgotten', async () => {
  pointer.hold('key')
  move(20, 30)
  for (let at = 0; at < 30; at++) {
    await pass(100)
    expect(shown()).toEqual([100, 100])
  }
  expect(told.length).toBeGreaterThan(5)
  expect(new Set(told.map(({ at }) => String(at)))).toEqual(new Set(['100,100']))
})

test('the pointer of a sender who falls silent disappears within a second', async () => {
  pointer.show({ slide: 'one', at: [7, 8] })
  await pass(900)
  expect(shown()).toEqual([7, 8])
  await pass(200)
  expect(shown()).toBeUndefined()
})

test.for([
  ['the key is let go', () => fire('keyup', { key: 'l', code: 'KeyL' })],
  [
    'an input method hides which key is let go',
    () => fire('keyup', { key: 'Process', code: 'KeyL' }),
  ],
  [
    'it is let go with another held',
    () => fire('keyup', { key: 'l', code: 'KeyL', ctrlKey: true }),
  ],
  ['it is a key of a Vietnamese layout', () => fire('keyup', { key: 'L', code: '' })],
  ['the window is left', () => fire('blur', {})],
  ['the page is left', () => fire('pagehide', {})],
  ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
] as const)('pointing ends when %s', ([, end]) => {
  pointer.hold('key')
  move(20, 30)
  expect(classes.has('aims')).toBe(true)
  end()
  expect(shown()).toBeUndefined()
  expect(told.at(-1)).toEqual({ slide: 'one', at: undefined })
  expect(classes.has('aims')).toBe(false)
  const { length } = told
  move(30, 30)
  expect(told.length).toBe(length)
})

test('it shows at once where the mouse is, if it has moved before', () => {
  move(20, 30)
  pointer.hold('key')
  expect(shown()).toEqual([100, 100])
})

test('another key that comes up does not end it', () => {
  pointer.hold('key')
  fire('keyup', { key: 'PageDown', code: 'PageDown' })
  move(20, 30)
  expect(shown()).toEqual([100, 100])
})

test('on another slide, or none, the pointer is gone until mouse or finger move', async () => {
  pointer.hold('key')
  move(20, 30)
  change({ slide: 'two' })
  expect(shown()).toBeUndefined()
  const { length } = told
  await pass(1000)
  expect(told.length).toBe(length)
  move(21, 30)
  expect(told.at(-1)).toEqual({ slide: 'two', at: [110, 100] })
  change({ screen: 'white' })
  expect(shown()).toBeUndefined()
  move(22, 30)
  await pass(100)
  expect(shown()).toBeUndefined()
  expect(told.at(-1)?.at).toEqual([110, 100])
})

test('whoever begins to look at another slide in private does not go on pointing at the audience’s', async () => {
  pointer.toggle()
  move(20, 30)
  await pass(500)
  isAway = true
  await pass(500)
  expect(told.at(-1)).toEqual({ slide: 'one', at: undefined })
  const { length } = told
  await pass(2000)
  expect(told.length).toBe(length)
})

test('nothing but a place on the slide that is shown is shown', () => {
  for (const value of [{ slide: 'two', at: [1, 1] }, { slide: 'one', at: [-1, 1] }, null, 'x']) {
    pointer.show(value)
    expect(shown()).toBeUndefined()
  }
  view = { ...view, screen: 'black' }
  pointer.show({ slide: 'one', at: [1, 1] })
  expect(shown()).toBeUndefined()
})

test('the trail of a dot grows from a tip, and is nothing while it rests', async () => {
  const { trailOf } = await import('../../../../src/client/pointer/dot.ts')
  expect(trailOf([])).toBe('')
  expect(trailOf([{ x: 5, y: 5 }])).toBe('')
  expect(trailOf([0, 10].map((x) => ({ x, y: 0 })))).toBe('M0.0 0.0L10.0 9.0L10.0 -9.0L0.0 0.0Z')
})
