import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type OneScreen, openOnScreen, sidesOf } from '../../../../src/client/session/screens.ts'

const at = (availLeft: number, kind: Partial<OneScreen> = {}): OneScreen => ({
  availLeft,
  availTop: 0,
  availWidth: 1440,
  availHeight: 870,
  isPrimary: false,
  isInternal: false,
  ...kind,
})
const laptop = at(0, { isInternal: true, isPrimary: true })
const projector = at(1440)
const second = at(2880)

describe('the screens of audience and speaker', () => {
  test.for([
    ['a laptop is the speaker’s', [laptop, projector], laptop, false, projector, laptop],
    ['wherever the deck is read', [laptop, projector], projector, false, projector, laptop],
    [
      'also where the projector is the main screen',
      [at(0, { isPrimary: true }), at(1440, { isInternal: true })],
      undefined,
      false,
      0,
      1,
    ],
    [
      'a deck that fills the laptop leaves it',
      [laptop, projector],
      laptop,
      true,
      projector,
      laptop,
    ],
    [
      'a deck that fills another screen stays there',
      [laptop, projector, second],
      second,
      true,
      second,
      laptop,
    ],
    [
      'without one built in, the main screen is the speaker’s',
      [second, at(0, { isPrimary: true })],
      undefined,
      false,
      0,
      1,
    ],
  ] as const)('%s', ([, screens, current, fills, audience, own]) => {
    const one = (which: OneScreen | number) => (typeof which === 'number' ? screens[which] : which)
    expect(sidesOf({ screens, currentScreen: current ?? screens[0] }, fills)).toEqual({
      audience: one(audience),
      own: one(own),
    })
  })

  test('one screen is not shared out', () => {
    expect(sidesOf({ screens: [laptop], currentScreen: laptop }, false)).toBeUndefined()
    expect(sidesOf({ screens: [projector], currentScreen: projector }, true)).toBeUndefined()
  })
})

describe('the other page', () => {
  const done: unknown[] = []
  const open = (place?: string) => {
    done.push(place ?? 'as ever')
    return null
  }
  let kept: Record<string, string> = {}
  let state = 'prompt'
  /** A browser whose user answers with the screens, refuses, or does not answer. */
  const browserWith = (answer: () => Promise<unknown>) => {
    vi.stubGlobal('window', {
      getScreenDetails: () => {
        done.push('asks')
        return answer()
      },
    })
  }
  beforeEach(() => {
    vi.useFakeTimers()
    done.length = 0
    kept = {}
    state = 'prompt'
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept[name] ?? null,
      setItem: (name: string, value: string) => {
        kept[name] = value
      },
    })
    vi.stubGlobal('navigator', { permissions: { query: async () => ({ state }) } })
    vi.stubGlobal('document', {
      fullscreenElement: null,
      documentElement: {
        requestFullscreen: async (options: FullscreenOptions) => {
          done.push(options.screen === projector ? 'fills the projector' : 'fills')
        },
      },
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const two = async () => ({ screens: [laptop, projector], currentScreen: laptop })

  test('opens on the laptop, once the deck fills the projector', async () => {
    browserWith(two)
    await openOnScreen('speaker', open)
    expect(done).toEqual(['asks', 'fills the projector', 'left=0,top=0,width=1440,height=870'])
  })

  test('opens on the projector if it is the deck', async () => {
    browserWith(two)
    await openOnScreen('deck', open)
    expect(done).toEqual(['asks', 'left=1440,top=0,width=1440,height=870'])
  })

  test('opens as ever where the user refuses, and is not asked again by the way', async () => {
    browserWith(() => Promise.reject(new Error('NotAllowedError')))
    await openOnScreen('speaker', open)
    await openOnScreen('speaker', open)
    expect(done).toEqual(['asks', 'as ever', 'as ever'])
  })

  test('opens as ever where nobody answers, while the browser still lets it', async () => {
    browserWith(() => new Promise(() => undefined))
    const opening = openOnScreen('speaker', open)
    // A second press meanwhile.
    await openOnScreen('speaker', open)
    expect(done).toEqual(['asks'])
    await vi.advanceTimersByTimeAsync(4000)
    await opening
    expect(done).toEqual(['asks', 'as ever'])
  })

  test('opens in its place every time once it was allowed', async () => {
    browserWith(two)
    await openOnScreen('deck', open)
    state = 'granted'
    await openOnScreen('deck', open)
    expect(done.filter((one) => String(one).startsWith('left=1440'))).toHaveLength(2)
  })
})
