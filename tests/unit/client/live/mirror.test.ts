import { expect, test, vi } from 'vitest'
import { positionIn } from '../../../../src/model/deck/running-order.ts'
import type { AudienceState } from '../../../../src/model/talk/relay-protocol.ts'
import type { View } from '../../../../src/model/talk/view.ts'
import { runningOrder } from '../../../support/running-order.ts'

let hear: (state: AudienceState) => void = () => undefined
let heeds: boolean | undefined
vi.mock('../../../../src/client/live/event-stream.ts', () => ({
  listen(listener: { hear: typeof hear; evenHidden?: boolean }) {
    hear = listener.hear
    heeds = listener.evenHidden
  },
}))

test('a superseded machine shows all that the new presenter shows, also behind the deck', async () => {
  // Another file's test may have loaded it with its own stream.
  vi.resetModules()
  const { mirror } = await import('../../../../src/client/live/mirror.ts')
  const listeners: (() => void)[] = []
  const session = {
    view: { slide: 'one', step: 0, screen: 'slide', spot: 1 } as View,
    show(view: View) {
      session.view = view
      for (const listener of listeners) listener()
    },
    onChange: (listener: () => void) => listeners.push(listener),
  }
  const others: number[] = []
  const { follow, isOpen } = mirror(
    session as never,
    (told) => positionIn(runningOrder, told),
    ({ seq }) => others.push(seq),
  )
  expect(heeds).toBe(true)
  const state = { epoch: 1, slide: 'two', step: 0, screen: 'slide' as const }
  expect(isOpen()).toBe(false)
  hear({ ...state, seq: 0, slide: '' })
  expect(isOpen()).toBe(true)
  follow(true)
  expect(session.view.slide).toBe('one')
  follow(false)
  hear({ ...state, seq: 1, spot: 2 })
  expect([session.view.slide, others]).toEqual(['one', [0, 1]])
  follow(true)
  expect(session.view).toEqual({ slide: 'two', step: 0, screen: 'slide', spot: 2 })
  // A key of this machine, or of another window of it, changes nothing while it is superseded.
  session.show({ slide: 'one', step: 0, screen: 'black' })
  expect(session.view).toEqual({ slide: 'two', step: 0, screen: 'slide', spot: 2 })
  // The spotlight goes out as it goes on.
  hear({ ...state, seq: 2 })
  expect(session.view.spot).toBeUndefined()
  hear({ ...state, seq: 3, screen: 'waiting', starts: 1000 })
  expect(session.view).toMatchObject({ screen: 'waiting', starts: 1000 })
  hear({ ...state, seq: 4 })
  // A slide that is hidden here cannot be shown, but what covers it can.
  hear({ ...state, seq: 5, slide: 'hidden' })
  expect(session.view).toMatchObject({ slide: 'two', screen: 'slide' })
  hear({ ...state, seq: 6, slide: 'hidden', screen: 'black' })
  expect(session.view).toMatchObject({ slide: 'two', screen: 'black' })
  hear({ ...state, seq: 7, slide: 'hidden' })
  expect(session.view).toMatchObject({ slide: 'two', screen: 'black' })
})
