import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('an opener that seems closed while it reloads gets messages again', async () => {
  vi.resetModules()
  const got: unknown[] = []
  const opener = {
    closed: false,
    postMessage: ({ data }: { data: unknown }) => got.push(data),
  }
  vi.stubGlobal('opener', opener)
  vi.stubGlobal('location', new URL('file:///deck.html'))
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('BroadcastChannel', undefined)
  const { windowMessages } = await import('../../../../src/client/session/window-messages.ts')
  const messages = windowMessages('talk')
  messages.send(1)
  opener.closed = true
  messages.send(2)
  opener.closed = false
  messages.send(3)
  expect(got).toEqual([1, 3])
})
