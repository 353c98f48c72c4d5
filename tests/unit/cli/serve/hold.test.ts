import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { hold, isOfRelay } from '../../../../src/cli/serve/hold.ts'

test('the relay answers while the deck is built, pages once they are, packed files last', async () => {
  const server = createServer((request, response) => response.end(request.url))
  const { releasePages, release } = hold(server, isOfRelay)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const answered: string[] = []
  const arrived = once(server, 'connection')
  const asked = ['/', '/live-letters.html', '/mang-theo/khan-gia.html'].map(async (path) => {
    answered.push(await (await fetch(`http://127.0.0.1:${port}${path}`)).text())
  })
  await arrived
  for (const path of ['/live', '/live/state', '//live/pair?a', '/healthz']) {
    expect(await (await fetch(`http://127.0.0.1:${port}${path}`)).text()).toBe(path)
  }
  expect(answered).toEqual([])
  releasePages()
  await expect.poll(() => answered.toSorted()).toEqual(['/', '/live-letters.html'])
  release()
  await Promise.all(asked)
  expect(answered.at(-1)).toBe('/mang-theo/khan-gia.html')
  server.close()
  server.closeAllConnections()
})
