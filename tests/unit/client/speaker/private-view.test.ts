import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Message } from '../../../../src/client/session/channel.ts'
import { navigationOf } from '../../../../src/client/session/navigation.ts'
import { Session } from '../../../../src/client/session/session.ts'
import { PrivateView } from '../../../../src/client/speaker/private-view.ts'
import { run } from '../../../../src/model/talk/talk.ts'
import { runningOrder } from '../../../support/running-order.ts'

beforeEach(() => vi.stubGlobal('addEventListener', () => {}))
afterEach(() => vi.unstubAllGlobals())

/** A speaker's screen without a page: what it shows, what it sends, and the audience's position. */
async function openSpeaker() {
  const told: Message[] = []
  const session = await Session.open({
    role: 'speaker',
    runningOrder,
    channel: { announce: (message) => told.push(message), follow: () => undefined },
    storage: { read: async () => undefined, keep: () => undefined },
    say: () => undefined,
  })
  session.show({ slide: 'one', step: 1 })
  told.length = 0
  const view = new PrivateView(session)
  const { turns, page } = navigationOf(session, view)
  const places = () =>
    [session.view, view.position].map(({ slide, step }) => `${slide}/${step}`).join(' ')
  return { session, view, turns, page, told, places }
}

describe('an audience’s slide that is held', () => {
  test('keeps its slide while every move is private, and hears nothing', async () => {
    const { view, turns, page, told, places } = await openSpeaker()
    view.look()
    expect(view.isElsewhere).toBe(false)
    turns.next?.()
    expect(places()).toBe('one/1 one/2')
    turns.next?.()
    expect(places()).toBe('one/1 two/0')
    turns.previous?.()
    turns.last?.()
    page(4)
    expect(places()).toBe('one/1 three/0')
    expect([view.isHeld, view.isElsewhere, told.length]).toEqual([true, true, 0])
  })

  test('leads the speaker back, or goes along with the speaker', async () => {
    const { session, view, turns, page, told, places } = await openSpeaker()
    view.look()
    page(4)
    view.release()
    expect([places(), told.length]).toEqual(['one/1 one/1', 0])
    turns.next?.()
    expect(places()).toBe('one/2 one/2')
    view.look({ slide: 'three', step: 1 })
    session.show({ screen: 'black' })
    view.bring()
    expect(places()).toBe('three/1 three/1')
    expect([session.view.screen, view.isHeld]).toEqual(['slide', false])
    // A second press brings nothing.
    session.show({ screen: 'black' })
    view.bring()
    expect(session.view.screen).toBe('black')
  })

  test('may be moved from elsewhere: who looks around stays where they are', async () => {
    const { session, view, page, places } = await openSpeaker()
    view.look()
    page(4)
    session.show({ slide: 'two', step: 0 })
    expect(places()).toBe('two/0 three/0')
    session.show({ slide: 'three', step: 0 })
    expect([view.isHeld, view.isElsewhere]).toEqual([true, false])
    view.release()
    expect(places()).toBe('three/0 three/0')
  })

  test('is held no more once the talk begins anew, but while the clock alone is reset', async () => {
    const { session, view, page, places } = await openSpeaker()
    session.keepTime((talk) => ({ ...run(talk, Date.now()), spent: { one: 1000 } }))
    view.look()
    page(4)
    session.keepTime((talk) => ({ ...talk, running: false, spent: {}, skipped: 0 }))
    expect(view.isHeld).toBe(true)
    session.keepTime((talk) => ({ ...run(talk, Date.now()), spent: { one: 1000 } }))
    session.restart()
    expect([view.isHeld, places()]).toEqual([false, 'cover/0 cover/0'])
  })

  test('says so to who listens, and of nothing that did not change', async () => {
    const { view, turns } = await openSpeaker()
    let calls = 0
    view.onChange(() => calls++)
    view.release()
    view.bring()
    turns.next?.()
    expect(calls).toBe(0)
    view.look()
    turns.next?.()
    view.release()
    expect(calls).toBe(3)
  })
})
