import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Message } from '../../../../../src/client/session/channel.ts'
import { Session } from '../../../../../src/client/session/session.ts'
import { timeMoves } from '../../../../../src/client/speaker/timing/clocks.ts'
import { asRecord } from '../../../../../src/model/record.ts'
import { runningOrder } from '../../../../support/running-order.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2018-05-18T08:05:00+07:00') })
  vi.stubGlobal('addEventListener', () => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A speaker's session with its clock, the messages it sends, and a way to send it one. */
async function openSpeaker() {
  const told: Message[] = []
  let hear: (message: Message) => void = () => undefined
  const session = await Session.open({
    role: 'speaker',
    runningOrder,
    channel: {
      announce: (message) => told.push(structuredClone(message)),
      follow: (listener) => {
        hear = listener
      },
    },
    storage: { read: async () => undefined, keep: () => undefined },
    say: () => undefined,
  })
  timeMoves(session)
  told.length = 0
  return { session, told, hear: (message: Message) => hear(message) }
}

const named = (told: readonly Message[]) => told.map(({ shared }) => Object.keys(asRecord(shared)))

test('a move is sent before the time it cost, and listeners see both', async () => {
  const { session, told } = await openSpeaker()
  const seen: unknown[] = []
  session.onChange((before, { running }) => {
    seen.push([before.slide, running, session.view.slide, session.talk.running])
  })
  session.show({ slide: 'one', step: 0 })
  expect(named(told)).toEqual([['view'], ['talk']])
  expect(seen).toEqual([['cover', false, 'one', true]])
  told.length = 0
  vi.setSystemTime(Date.now() + 60_000)
  session.show({ slide: 'two', step: 0 })
  expect(named(told)).toEqual([['view'], ['talk']])
  expect(session.talk.spent).toEqual({ one: 60_000 })
})

test('after a move in another window only the time is sent', async () => {
  const { session, told, hear } = await openSpeaker()
  session.show({ started: true })
  expect(session.talk.running).toBe(true)
  told.length = 0
  vi.setSystemTime(Date.now() + 60_000)
  const view = {
    value: { slide: 'one', step: 0, screen: 'slide', started: true },
    revision: 9,
    by: 'deck',
    when: Date.now(),
  }
  hear({ kind: 'state', from: 'deck', role: 'deck', shared: { view } })
  expect(named(told)).toEqual([['talk']])
  expect(session.talk.spent).toEqual({ cover: 60_000 })
})

test('a step, a black screen, and a talk that is paused leave the clock alone', async () => {
  const { session, told } = await openSpeaker()
  session.show({ slide: 'one', step: 0 })
  session.keepTime((talk) => ({ ...talk, running: false, spent: { cover: 1000 } }))
  told.length = 0
  session.show({ step: 1 })
  session.show({ screen: 'black' })
  session.show({ slide: 'two', step: 0, screen: 'slide' })
  expect(named(told)).toEqual([['view'], ['view'], ['view']])
  expect(session.talk.spent).toEqual({ cover: 1000 })
})

test('a restart is sent as one message and does not start the clock', async () => {
  const { session, told } = await openSpeaker()
  session.show({ slide: 'one', step: 0 })
  told.length = 0
  session.restart()
  expect(named(told)).toEqual([['view', 'talk']])
  expect(session.talk.running).toBe(false)
})
