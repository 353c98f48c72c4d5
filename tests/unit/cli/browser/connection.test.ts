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
    'Target.closeTarget: quá 0,001 giây.',
  )
})

test('a machine that has slept reads the answer before it gives up', async () => {
  const { call, send } = open()
  const answered = call('Target.closeTarget', { targetId: 'x' }, { limit: 200 })
  // After the timers, as what comes through a pipe.
  setImmediate(() => send({ id: 1, result: {} }))
  const wakes = performance.now() + 400
  while (performance.now() < wakes);
  await expect(answered).resolves.toEqual({})
})

test('calls fail when a program does not answer as a browser does', async () => {
  const { call, from } = open()
  const asked = call('Target.closeTarget', { targetId: 'x' })
  from.write('\0\0')
  await expect(asked).rejects.toThrow('không trả lời như một trình duyệt')
})

test('calls of a page fail when it crashes, all calls when the browser ends', async () => {
  const { call, send, from } = open()
  const [crashed, other] = ['a', 'b'].map((session) =>
    call('Page.navigate', { url: 'http://x/' }, { session }),
  )
  other?.catch(() => undefined)
  send({ method: 'Inspector.targetCrashed', params: {}, sessionId: 'a' })
  await expect(crashed).rejects.toThrow('Trang đã dừng.')
  from.destroy()
  await expect(other).rejects.toThrow('Trình duyệt đã tắt.')
  await expect(call('Target.closeTarget', { targetId: 'x' })).rejects.toThrow('Trình duyệt đã tắt.')
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
