import { afterEach, expect, test, vi } from 'vitest'
import type { AudienceState } from '../../../../src/model/talk/relay-protocol.ts'
import type { View } from '../../../../src/model/talk/view.ts'
import { runningOrder } from '../../../support/running-order.ts'

interface Line {
  textContent: string
  hidden: boolean
  press: () => void
}

const made: Line[] = []
let hear: (state: AudienceState) => void = () => undefined
vi.mock('../../../../src/client/live/audience.ts', () => ({ offerToAudience: () => undefined }))
vi.mock('../../../../src/client/live/event-stream.ts', () => ({
  listen: (listener: { hear: typeof hear }) => {
    hear = listener.hear
  },
}))

/** What came to be shown of the presenter's own, and whether this deck cannot show it. */
const prepared: unknown[] = []
let cannotShow = false

afterEach(() => {
  made.length = 0
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A page without a document of its own, whose lines can be read and pressed. */
function stubPage(): void {
  const parts = { append: () => undefined, classList: { toggle: () => undefined } }
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', {
    body: parts,
    createElement: () => {
      const line = {
        ...parts,
        textContent: '',
        hidden: false,
        press: (): void => undefined,
        setAttribute: () => undefined,
        addEventListener: (_: string, act: () => void) => {
          line.press = act
        },
      }
      made.push(line)
      return line
    },
  })
}

const line = (label: string) => made.find(({ textContent }) => textContent === label)

test('a follower whose deck lacks the presenter’s slide is offered a reload, and only then', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  stubPage()
  const { follow } = await import('../../../../src/client/live/follow.ts')
  const session = {
    runningOrder,
    view: { slide: 'cover', step: 0, screen: 'slide' },
    onChange: () => undefined,
  }
  const shown: object[] = []
  follow(session as never, {
    show: (view) => shown.push(view),
    point: () => undefined,
    prepare: async (received) => {
      prepared.push(received)
      return cannotShow ? undefined : () => undefined
    },
  })
  const again = line('Tải lại')
  const state = { epoch: 1, step: 0, screen: 'slide' as const }
  expect(again?.hidden).toBe(true)
  hear({ ...state, seq: 1, slide: 'new' })
  expect(line('Bộ trang chiếu trên máy này chưa có trang đang trình bày.')).toBeDefined()
  expect(again?.hidden).toBe(false)
  // A screen that is blanked is so everywhere.
  expect(shown).toEqual([])
  hear({ ...state, seq: 1, slide: 'new', screen: 'black' })
  expect(shown.splice(0)).toEqual([{ ...session.view, screen: 'black' }])
  again?.press()
  expect(reload).toHaveBeenCalledOnce()
  hear({ ...state, seq: 2, slide: 'two' })
  expect(line('Đang theo người trình bày')).toBeDefined()
  expect(again?.hidden).toBe(true)

  // Own slides of the presenter, which come a moment later, or not at all to an older deck.
  vi.useFakeTimers()
  const [first, second] = ['0'.repeat(32), '1'.repeat(32)]
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (asked.length === 1) throw new TypeError('Failed to fetch')
    return Response.json({ from: path })
  })
  hear({ ...state, seq: 3, slide: 'rieng-1', own: first })
  expect(line('Đang tải trang riêng của người trình bày…')).toBeDefined()
  expect(again?.hidden).toBe(true)
  await vi.advanceTimersByTimeAsync(8000)
  expect(asked).toEqual(Array(2).fill(`live/own-slides?${first}`))
  expect(prepared).toEqual([{ from: asked[0] }])
  // Shown already, and told again.
  hear({ ...state, seq: 3, slide: 'rieng-1', own: first })
  await vi.advanceTimersByTimeAsync(8000)
  expect(asked).toHaveLength(2)
  cannotShow = true
  hear({ ...state, seq: 4, slide: 'rieng-1', own: second })
  await vi.advanceTimersByTimeAsync(8000)
  expect(line('Bộ trang chiếu trên máy này chưa có trang đang trình bày.')).toBeDefined()
  expect(again?.hidden).toBe(false)
  // Given back, without asking anybody.
  cannotShow = false
  hear({ ...state, seq: 5, slide: 'two' })
  await vi.advanceTimersByTimeAsync(8000)
  expect(line('Đang theo người trình bày')).toBeDefined()
  expect(asked).toHaveLength(3)
  expect(prepared.at(-1)).toBeUndefined()
})

test.for([
  ['waiting', { slide: 'two', step: 0 }, 'slide'],
  ['black', { step: 1 }, 'slide'],
  ['waiting', { spot: 1 }, 'waiting'],
  ['waiting', { screen: 'black' }, 'black'],
] as const)('a follower who leaves %s by %j sees %s', async ([screen, change, expected]) => {
  stubPage()
  const { follow } = await import('../../../../src/client/live/follow.ts')
  let heed: (before: View, talk: object, found: boolean) => void = () => undefined
  const session = {
    runningOrder,
    view: { slide: 'cover', step: 0, screen } as View,
    onChange: (listener: typeof heed) => {
      heed = listener
    },
    show(change: Partial<View>) {
      const before = session.view
      session.view = { ...before, ...change }
      heed(before, {}, false)
    },
  }
  follow(session as never, {
    show: () => undefined,
    point: () => undefined,
    prepare: async () => undefined,
  })
  session.show(change)
  expect(line('Đang tự xem')).toBeDefined()
  await Promise.resolve()
  expect(session.view.screen).toBe(expected)
})

test('a follower waits for own slides as long as the relay has all of them ask', async () => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.9)
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    throw new TypeError('Failed to fetch')
  })
  const { borrowSlides } = await import('../../../../src/client/live/borrow.ts')
  const borrowed = borrowSlides({ prepare: async () => undefined, put: () => undefined })
  const hash = '0'.repeat(32)
  borrowed.want(undefined)
  borrowed.want(hash, 20_000)
  await vi.advanceTimersByTimeAsync(17_900)
  expect(asked).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toHaveLength(1)
  // Not sooner once more, while the relay is away.
  await vi.advanceTimersByTimeAsync(19_800)
  expect(asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(300)
  expect(asked).toHaveLength(2)
  vi.restoreAllMocks()
})
