import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { connect } from '../../../../src/cli/browser/connection.ts'

/** A connection, what it has sent, and what sends as the browser does. */
function open() {
  const to = new PassThrough()
  const from = new PassThrough()
  let sent = ''
  to.on('data', (chunk: Buffer) => {
    sent += chunk
  })
  return {
    ...connect(to, from),
    from,
    sent: () =>
      sent
        .split('\0')
        .slice(0, -1)
        .map((text) => JSON.parse(text)),
    send: (message: object) => from.write(`${JSON.stringify(message)}\0`),
  }
}

test('each call gets its own answer, however the bytes arrive', async () => {
  const { call, sent, from } = open()
  const [first, second] = [1, 2].map((session) =>
    call('Page.navigate', { url: 'http://x/' }, { session: `page ${session}` }),
  )
  await vi.waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent()[1]).toEqual({
    id: 2,
    method: 'Page.navigate',
    params: { url: 'http://x/' },
    sessionId: 'page 2',
  })
  const answers = [2, 1].map((id) => JSON.stringify({ id, result: { errorText: `lỗi ${id}` } }))
  // Letter by letter, the bytes of «ỗ» apart.
  for (const byte of Buffer.from(`${answers.join('\0')}\0`)) from.write(Buffer.of(byte))
  expect(await first).toEqual({ errorText: 'lỗi 1' })
  expect(await second).toEqual({ errorText: 'lỗi 2' })
})

test('a call fails with what the browser says, and when it takes too long', async () => {
  const { call, send } = open()
  const refused = call('Target.closeTarget', { targetId: 'x' })
  send({ id: 1, error: { message: 'No target with given id found' } })
  await expect(refused).rejects.toThrow('No target with given id found')
  await expect(call('Target.closeTarget', { targetId: 'x' }, { limit: 1 })).rejects.toThrow(
    'Target.closeTarget took more than 1 ms.',
  )
})

test('calls of a page fail when it crashes, all calls when the browser ends', async () => {
  const { call, send, from } = open()
  const [crashed, other] = ['a', 'b'].map((session) =>
    call('Page.navigate', { url: 'http://x/' }, { session }),
  )
  other?.catch(() => undefined)
  send({ method: 'Inspector.targetCrashed', params: {}, sessionId: 'a' })
  await expect(crashed).rejects.toThrow('The page has crashed.')
  from.destroy()
  await expect(other).rejects.toThrow('The browser has ended.')
  await expect(call('Target.closeTarget', { targetId: 'x' })).rejects.toThrow(
    'The browser has ended.',
  )
})

test('events go to all who listen, until they stop', async () => {
  const { listen, send } = open()
  const heard: unknown[] = []
  const deafen = listen(({ method }) => heard.push(method))
  listen(({ sessionId }) => heard.push(sessionId))
  const event = { method: 'Fetch.requestPaused', params: {}, sessionId: 'a' }
  send(event)
  await vi.waitFor(() => expect(heard).toEqual(['Fetch.requestPaused', 'a']))
  deafen()
  send(event)
  await vi.waitFor(() => expect(heard).toEqual(['Fetch.requestPaused', 'a', 'a']))
})
