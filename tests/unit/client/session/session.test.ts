import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel, Message, Role } from '../../../../src/client/session/channel.ts'
import { Session } from '../../../../src/client/session/session.ts'
import type { StateStorage } from '../../../../src/client/session/storage.ts'
import {
  back,
  forward,
  type Position,
  type RunningOrder,
} from '../../../../src/model/deck/running-order.ts'
import { nonEmpty } from '../../../../src/model/non-empty.ts'
import { keysOf } from '../../../../src/model/record.ts'
import { account, run } from '../../../../src/model/talk/talk.ts'
import type { Versioned } from '../../../../src/model/talk/versioned.ts'
import { runningOrder } from '../../../support/running-order.ts'
import { otherViews, view } from '../../../support/views.ts'

/** A machine: windows that exchange messages, and the storage they share. */
class Machine {
  readonly kept = new Map<string, unknown>()
  readonly said: string[] = []
  readonly #windows = new Set<(message: Message) => void>()
  closing: (() => void)[] = []
  /** How long messages take, in ms. */
  delay = 0
  /** Whether messages are lost. */
  isDeaf = false
  /** How long reading from the storage takes, in ms. */
  disk = 0

  channel(): Channel & { close(): void } {
    let listener: (message: Message) => void = () => {}
    const hear = (message: Message) => listener(structuredClone(message))
    this.#windows.add(hear)
    return {
      announce: (message) => {
        if (this.isDeaf) return
        const tell = () => {
          for (const window of [...this.#windows]) if (window !== hear) window(message)
        }
        if (this.delay > 0) setTimeout(tell, this.delay)
        else tell()
      },
      follow: (next) => {
        listener = next
      },
      close: () => this.#windows.delete(hear),
    }
  }

  readonly storage: StateStorage = {
    read: async (name) => {
      if (this.disk > 0) await new Promise((resolve) => setTimeout(resolve, this.disk))
      return this.kept.get(name)
    },
    keep: (name, value: Versioned<unknown>) => {
      const before = this.kept.get(name) as Versioned<unknown> | undefined
      if (!before || value.revision >= before.revision) this.kept.set(name, structuredClone(value))
    },
  }

  async open(
    role: Role,
    link?: Position,
    stood?: Position & { when: number },
    slides: RunningOrder = runningOrder,
  ) {
    const channel = this.channel()
    const session = await Session.open({
      role,
      runningOrder: slides,
      channel,
      link,
      stood,
      storage: this.storage,
      say: (text) => this.said.push(text),
    })
    return { session, close: () => channel.close() }
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2018-05-18T08:05:00+07:00') })
  vi.stubGlobal('addEventListener', () => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
const at = ({ view: { slide, step } }: Session) => `${slide}/${step}`

describe('the windows of one deck', () => {
  test('show what any of them shows', async () => {
    const machine = new Machine()
    const { session: deck } = await machine.open('deck')
    const { session: speaker } = await machine.open('speaker')
    deck.show({ slide: 'one', step: 1 })
    expect(at(speaker)).toBe('one/1')
    speaker.show({ screen: 'black' })
    expect(deck.view).toMatchObject({ slide: 'one', step: 1, screen: 'black' })
  })

  test.for(keysOf(otherViews))(
    'agree on %s of a view, and who opens later finds it',
    async (field) => {
      const machine = new Machine()
      const { session: deck, close } = await machine.open('deck')
      const { session: speaker } = await machine.open('speaker')
      deck.show(view)
      deck.show(otherViews[field])
      const shown = otherViews[field][field]
      expect(speaker.view[field]).toBe(shown)
      close()
      machine.isDeaf = true
      const { session: late } = await machine.open('deck')
      expect(late.view[field]).toBe(shown)
    },
  )

  test('hear of what they missed when they next say what they know', async () => {
    const machine = new Machine()
    const { session: speaker } = await machine.open('speaker')
    speaker.show({ slide: 'one', step: 1 })
    machine.kept.clear()
    machine.isDeaf = true
    const { session: deck } = await machine.open('deck')
    expect(at(deck)).toBe('cover/0')
    machine.isDeaf = false
    speaker.ask()
    expect(at(deck)).toBe('one/1')
  })

  test('share a spotlight, which ends with its step but not behind a black screen', async () => {
    const machine = new Machine()
    const { session: deck } = await machine.open('deck')
    const { session: speaker } = await machine.open('speaker')
    deck.show({ slide: 'one', step: 1 })
    for (const move of [
      { slide: 'one', step: 2 },
      { slide: 'two', step: 0 },
    ]) {
      speaker.show({ spot: 1 })
      speaker.show({ screen: 'black' })
      deck.show({ screen: 'slide', started: true })
      expect(deck.view.spot).toBe(1)
      // Who comes later sees it, after a crash too.
      const late = await machine.open('deck')
      expect(late.session.view.spot).toBe(1)
      late.close()
      deck.show(move)
      for (const session of [deck, speaker]) expect(session.view).not.toHaveProperty('spot')
    }
    speaker.show({ slide: 'one', step: 0, spot: 0 })
    expect(deck.view.spot).toBe(0)
    speaker.show({ spot: undefined })
    expect(deck.view).not.toHaveProperty('spot')
  })

  test('lose neither a move nor the time if both are set at once', async () => {
    const machine = new Machine()
    const { session: deck } = await machine.open('deck')
    const { session: speaker } = await machine.open('speaker')
    speaker.keepTime((talk) => run(talk, Date.now()))
    later(1)
    deck.show({ slide: 'two', step: 0 })
    speaker.keepTime((talk) => account(talk, 'one', Date.now()))
    for (const session of [deck, speaker]) {
      expect(at(session)).toBe('two/0')
      expect(session.talk.spent).toEqual({ one: 60_000 })
    }
  })

  test.for([2, 60, 365 * 24 * 60])(
    'follow one another when the machine’s clock was set back by %i minutes',
    async (minutes) => {
      const machine = new Machine()
      const { session: deck } = await machine.open('deck')
      const { session: speaker } = await machine.open('speaker')
      speaker.show({ slide: 'one', step: 0 })
      speaker.keepTime((talk) => run(talk, Date.now()))
      later(-minutes)
      deck.show({ slide: 'two', step: 0 })
      for (const session of [deck, speaker]) expect(at(session)).toBe('two/0')
      speaker.show({ slide: 'three', step: 0 })
      deck.keepTime((talk) => account(talk, 'three', Date.now()))
      for (const session of [deck, speaker]) {
        expect(at(session)).toBe('three/0')
        expect(session.talk).toMatchObject({ at: Date.now(), skipped: 0 })
      }
    },
  )

  test('restart in one step: none sees the first slide with the old clock', async () => {
    const machine = new Machine()
    const { session: one } = await machine.open('speaker')
    const { session: other } = await machine.open('speaker')
    one.show({ slide: 'two', step: 0, screen: 'black', started: true })
    one.keepTime((talk) => ({ ...run(talk, Date.now()), spent: { two: 60_000 } }))
    const seen: unknown[] = []
    for (const session of [one, other]) {
      session.onChange((before, { running }) => {
        seen.push([before.slide, running, at(session), session.talk.running])
      })
    }
    one.restart()
    expect(seen).toEqual(Array(2).fill(['two', true, 'cover/0', false]))
    expect(other.view).toEqual({ slide: 'cover', step: 0, screen: 'slide', started: false })
    expect(other.talk).toMatchObject({ spent: {}, before: { two: 60_000 } })
  })

  test('agree after any sequence of moves, openings and closings', async () => {
    for (let seed = 1; seed <= 30; seed++) {
      let state = seed
      const random = (below: number) => {
        state = (state * 48_271) % 2_147_483_647
        return state % below
      }
      const machine = new Machine()
      let windows = [await machine.open('deck')]
      for (let turn = 0; turn < 40; turn++) {
        const pick = windows[random(windows.length)]
        const choice = random(6)
        if (choice === 0) windows.push(await machine.open(random(2) ? 'deck' : 'speaker'))
        else if (choice === 1 && windows.length > 1) {
          pick?.close()
          windows = windows.filter((window) => window !== pick)
        } else if (choice === 2) {
          // The whole browser crashes: every window closes, one is opened again.
          for (const window of windows) window.close()
          const before = windows.map(({ session }) => at(session))[0]
          windows = [await machine.open('deck')]
          expect(windows.map(({ session }) => at(session))).toEqual([before])
        } else if (pick) {
          const move = random(2) ? forward : back
          pick.session.show(move(runningOrder, pick.session.view))
        }
        const places = new Set(windows.map(({ session }) => JSON.stringify(session.view)))
        expect(places.size, `seed ${seed}, turn ${turn}`).toBe(1)
      }
    }
  })

  test('know which other windows are open', async () => {
    const machine = new Machine()
    const { session: speaker } = await machine.open('speaker')
    expect(speaker.hears('deck')).toBe(false)
    expect(speaker.isAlone).toBe(true)
    await machine.open('deck')
    speaker.ask()
    expect(speaker.hears('deck')).toBe(true)
    expect(speaker.isAlone).toBe(false)
  })

  test('say which of them goes on showing something else, as one that was opened with another deck', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const machine = new Machine()
    const { session: speaker } = await machine.open('speaker')
    const { close } = await machine.open(
      'deck',
      undefined,
      undefined,
      nonEmpty(runningOrder.slice(0, 2)),
    )
    await machine.open('deck')
    /**
     * Whether a deck is apart after some seconds, in which it is asked as it is on a speaker's
     * screen.
     */
    const isApart = (seconds: number) => {
      for (let half = 0; half < 2 * seconds; half++) {
        speaker.ask()
        vi.advanceTimersByTime(500)
      }
      return speaker.isApart('deck')
    }
    speaker.show({ slide: 'one', step: 1 })
    expect(isApart(4)).toBe(false)
    speaker.show({ slide: 'three', step: 0 })
    // It may only be slow.
    expect(isApart(4)).toBe(false)
    expect(isApart(2)).toBe(true)
    speaker.show({ slide: 'one', step: 0 })
    expect(isApart(1)).toBe(false)
    speaker.show({ slide: 'three', step: 0 })
    expect(isApart(6)).toBe(true)
    close()
    expect(isApart(4)).toBe(false)
  })

  test('ignore the state of another deck, and values that are not a state', async () => {
    const machine = new Machine()
    const { session: deck } = await machine.open('deck')
    const stranger = machine.channel()
    for (const shared of [
      null,
      'x',
      { view: { value: { slide: 'gone', step: 0 }, revision: 99, by: 'z', when: 0 } },
      { view: { value: { slide: 'one', step: 'x' }, revision: 99, by: 'z', when: 0 } },
      { talk: { value: { spent: 7 }, revision: 99, by: 'z', when: 0 } },
    ]) {
      stranger.announce({ kind: 'state', from: 'z', role: 'deck', shared })
    }
    expect(at(deck)).toBe('cover/0')
    expect(deck.talk.spent).toEqual({})
  })
})

describe('a deck that is opened again', () => {
  test('goes on at the slide where it was, with its clock', async () => {
    const machine = new Machine()
    const before = await machine.open('deck')
    before.session.show({ slide: 'one', step: 2, started: true })
    before.session.keepTime((talk) => ({ ...talk, spent: { one: 90_000 } }))
    before.close()
    later(3)
    const { session } = await machine.open('deck')
    expect(session.view).toEqual({ slide: 'one', step: 2, screen: 'slide', started: true })
    expect(session.talk.spent).toEqual({ one: 90_000 })
    expect(machine.said).toEqual([])
  })

  test('by the Back button, goes on where windows that are closed by now have gone on', async () => {
    const machine = new Machine()
    let comeBack = (_: { persisted: boolean }) => {}
    vi.stubGlobal('addEventListener', (kind: string, listener: typeof comeBack) => {
      if (kind === 'pageshow') comeBack = listener
    })
    const left = await machine.open('speaker')
    left.session.keepTime((talk) => run(talk, Date.now()))
    // A page that was left hears nothing.
    left.close()
    vi.stubGlobal('addEventListener', () => {})
    const next = await machine.open('speaker')
    later(1)
    next.session.show({ slide: 'two', step: 0 })
    next.session.keepTime((talk) => account(talk, 'two', Date.now()))
    next.close()
    comeBack({ persisted: true })
    await expect.poll(() => at(left.session)).toBe('two/0')
    expect(left.session.talk.spent).toEqual({ two: 60_000 })
    // Nothing of it is overwritten by the next change.
    left.session.keepTime((talk) => talk)
    expect(machine.kept.get('talk')).toMatchObject({ value: { spent: { two: 60_000 } } })
  })

  test('shows the slide if it is not known what stood instead of it', async () => {
    const machine = new Machine()
    const value = { slide: 'one', step: 2, screen: 'blue', started: true }
    machine.kept.set('view', { value, revision: 3, by: 'a', when: Date.now() })
    const { session } = await machine.open('deck')
    expect(session.view).toEqual({ slide: 'one', step: 2, screen: 'slide', started: true })
  })

  test('starts anew after hours, and keeps the times of the talk before', async () => {
    const machine = new Machine()
    const before = await machine.open('deck')
    before.session.show({ slide: 'one', step: 2, started: true })
    before.session.keepTime((talk) => ({ ...talk, spent: { one: 90_000 } }))
    before.close()
    later(5 * 60)
    const { session } = await machine.open('deck')
    expect(session.view).toEqual({ slide: 'cover', step: 0, screen: 'slide', started: false })
    expect(session.talk).toMatchObject({ spent: {}, before: { one: 90_000 } })
  })

  test('does not start anew after hours while a window is open, even if that answers late', async () => {
    const machine = new Machine()
    const { session: deck } = await machine.open('deck')
    deck.show({ slide: 'one', step: 2, started: true })
    later(5 * 60)
    machine.delay = 300
    const { session: speaker } = await machine.open('speaker')
    await expect.poll(() => at(speaker)).toBe('one/2')
    expect(at(deck)).toBe('one/2')
    expect(deck.view.started).toBe(true)
  })

  test('goes to the slide of a link if no other window is open', async () => {
    const machine = new Machine()
    const before = await machine.open('deck')
    before.session.show({ slide: 'one', step: 2 })
    before.close()
    const { session } = await machine.open('deck', { slide: 'three', step: 1 })
    expect(at(session)).toBe('three/1')
  })

  test.for([0, 500, 2000, 10_000])(
    'joins a window that answers after %i ms, which does not jump',
    async (delay) => {
      vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout'] })
      const machine = new Machine()
      const { session: deck } = await machine.open('deck')
      deck.show({ slide: 'one', step: 0 })
      deck.show({ slide: 'one', step: 1 })
      await vi.advanceTimersByTimeAsync(60_000)
      machine.delay = delay
      machine.disk = delay
      const opening = machine.open('deck', { slide: 'three', step: 1 })
      await vi.advanceTimersByTimeAsync(25_000)
      const { session } = await opening
      for (const each of [deck, session]) expect(at(each)).toBe('one/1')
      session.show({ slide: 'two', step: 0 })
      await vi.advanceTimersByTimeAsync(10_000)
      expect(at(deck)).toBe('two/0')
    },
  )

  test('joins the other windows, whatever link it was opened with', async () => {
    const machine = new Machine()
    const { session: deck } = await machine.open('deck')
    deck.show({ slide: 'one', step: 2 })
    const { session } = await machine.open('deck', { slide: 'three', step: 1 })
    expect([at(session), at(deck)]).toEqual(['one/2', 'one/2'])
  })

  test.for([
    'rubbish',
    { revision: 3 },
    { value: { slide: 'gone', step: 0 }, revision: 3, by: 'a', when: 0 },
    // The next one could be counted no more.
    { value: { slide: 'one', step: 0 }, revision: Number.MAX_SAFE_INTEGER, by: 'a', when: 0 },
  ])('says so and starts at the first slide if the stored state is %j', async (value) => {
    const machine = new Machine()
    machine.kept.set('view', value)
    const { session } = await machine.open('deck')
    expect(at(session)).toBe('cover/0')
    expect(machine.said).toEqual(['Dữ liệu lưu lần trước không đọc được nên đã bỏ qua.'])
    // What is stored from then on is valid again.
    session.show({ slide: 'one', step: 1 })
    expect(at((await machine.open('speaker')).session)).toBe('one/1')
  })
})

describe('nothing is lost if the state arrives late', () => {
  /** A talk on its third slide with 1.5 minutes spent; then all windows are closed. */
  const talked = async () => {
    const machine = new Machine()
    const { session, close } = await machine.open('deck')
    session.show({ slide: 'three', step: 0, started: true })
    session.keepTime((talk) => ({ ...run(talk, Date.now()), spent: { three: 90_000 } }))
    close()
    await pass(1000)
    return { machine, kept: structuredClone(machine.kept) }
  }
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
  const opened = async (window: ReturnType<Machine['open']>) => {
    await pass(300)
    return window
  }

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2018-05-18T08:05:00+07:00') })
  })

  describe.for([500, 2000, 2500, 10_000])('from a disk that takes %i ms', (disk) => {
    test('in a window opened meanwhile: it goes to where the talk was', async () => {
      const { machine, kept } = await talked()
      machine.disk = disk
      const { session } = await opened(machine.open('deck'))
      const found: boolean[] = []
      session.onChange((_before, _talk, news) => found.push(news))
      expect(at(session)).toBe('cover/0')
      expect(machine.kept).toEqual(kept)
      await pass(disk)
      expect(at(session)).toBe('three/0')
      expect(session.talk.spent).toEqual({ three: 90_000 })
      expect(found).toEqual([true])
      expect(machine.kept).toEqual(kept)
      expect(machine.said).toEqual([])
    })

    test('after a move meanwhile: the move stands, with the stored clock', async () => {
      const { machine, kept } = await talked()
      machine.disk = disk
      const { session } = await opened(machine.open('speaker'))
      const now = Date.now()
      session.show({ slide: 'one', step: 1 })
      session.keepTime((talk) => (talk.running ? account(talk, 'cover', now) : run(talk, now)))
      expect(machine.kept).toEqual(kept)
      await pass(disk)
      expect(at(session)).toBe('one/1')
      expect(session.view.started).toBe(true)
      expect(session.talk).toMatchObject({ spent: { three: 90_000, cover: 1300 }, running: true })
      machine.disk = 0
      expect(at((await opened(machine.open('deck'))).session)).toBe('one/1')
    })

    test('in two windows used meanwhile: both show the last move', async () => {
      const { machine } = await talked()
      machine.disk = disk
      const { session: deck } = await opened(machine.open('deck'))
      const { session: speaker } = await opened(machine.open('speaker'))
      speaker.show({ slide: 'one', step: 0 })
      await pass(10)
      deck.show({ slide: 'two', step: 0 })
      await pass(disk)
      await pass(disk)
      for (const session of [deck, speaker]) {
        expect(at(session)).toBe('two/0')
        expect(session.talk.spent).toEqual({ three: 90_000 })
      }
    })

    test('after the talk is long over: it starts anew', async () => {
      const { machine } = await talked()
      await pass(5 * 3_600_000)
      machine.disk = disk
      const { session } = await opened(machine.open('speaker'))
      await pass(disk)
      expect(at(session)).toBe('cover/0')
      expect(session.talk).toMatchObject({ spent: {}, before: { three: 90_000 } })
      machine.disk = 0
      session.keepTime((talk) => run(talk, Date.now()))
      const { session: other } = await opened(machine.open('deck'))
      expect([at(other), other.talk.running]).toEqual(['cover/0', true])
    })

    test('in a window opened by a link: it goes to the link', async () => {
      const { machine } = await talked()
      machine.disk = disk
      const { session } = await opened(machine.open('deck', { slide: 'one', step: 1 }))
      expect(at(session)).toBe('one/1')
      await pass(disk + 5000)
      expect(at(session)).toBe('one/1')
      expect(machine.kept.get('view')).toMatchObject({ value: { slide: 'one', step: 1 } })
    })

    test('in a window with its old address: the newer of the two wins', async () => {
      const { machine } = await talked()
      machine.disk = disk
      const address = (slide: string, when: number) =>
        opened(machine.open('deck', undefined, { slide, step: 0, when }))
      const older = await address('one', Date.now() - 2000)
      expect(at(older.session)).toBe('one/0')
      await pass(disk)
      expect(at(older.session)).toBe('three/0')
      older.close()
      const newer = await address('one', Date.now() - 500)
      await pass(disk + 5000)
      expect(at(newer.session)).toBe('one/0')
      expect(newer.session.talk.spent).toEqual({ three: 90_000 })
      expect(machine.kept.get('view')).toMatchObject({ value: { slide: 'one' } })
    })
  })

  test('of a machine that has kept nothing: opens without waiting for the disk', async () => {
    const machine = new Machine()
    machine.disk = 60_000
    const storage = { ...machine.storage, holds: () => false }
    let session: Session | undefined
    const setting = { role: 'deck', runningOrder, storage, say: () => undefined } as const
    void Session.open({ ...setting, channel: machine.channel() }).then((opened) => {
      session = opened
    })
    await Promise.resolve()
    expect(session?.view.slide).toBe('cover')
  })

  test('from a disk that never answers: the windows agree all the same, and the clock runs', async () => {
    const { machine } = await talked()
    machine.disk = 1e9
    const { session: deck } = await opened(
      machine.open('deck', undefined, { slide: 'three', step: 0, when: Date.now() }),
    )
    const { session: speaker } = await opened(machine.open('speaker'))
    expect(at(deck)).toBe('three/0')
    deck.show({ slide: 'two', step: 0 })
    speaker.keepTime((talk) => run(talk, Date.now()))
    expect([at(speaker), deck.talk.running]).toEqual(['two/0', true])
    expect(machine.said).toEqual([])
  })

  test.for([500, 2000, 10_000])('from a window that takes %i ms', async (delay) => {
    const machine = new Machine()
    const { session: speaker } = await opened(machine.open('speaker'))
    speaker.show({ slide: 'three', step: 0, started: true })
    speaker.keepTime((talk) => ({ ...run(talk, Date.now()), spent: { three: 90_000 } }))
    machine.kept.clear()
    machine.delay = delay
    await pass(1000)
    const { session: still } = await opened(machine.open('deck'))
    await pass(2 * delay)
    expect(at(still)).toBe('three/0')
    const { session: moved } = await opened(machine.open('deck'))
    moved.show({ slide: 'one', step: 0 })
    await pass(3 * delay)
    for (const session of [speaker, still, moved]) {
      expect(at(session)).toBe('one/0')
      expect(session.talk.spent).toEqual({ three: 90_000 })
    }
  })
})
