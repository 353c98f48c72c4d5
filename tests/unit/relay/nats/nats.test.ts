import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { natsState } from '../../../../src/relay/nats/nats.ts'
import { runningOrder } from '../../../support/running-order.ts'

/** A server that accepts or refuses NATS's handshake, and has no data. */
async function fakeNats() {
  const nats = { refuses: false, accepted: 0, refused: 0, sockets: new Set<Socket>() }
  const server = createServer((socket) => {
    nats.sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => nats.sockets.delete(socket))
    socket.write(
      'INFO {"server_id":"x","version":"2.9.10","proto":1,"headers":true,"max_payload":1048576,"auth_required":true}\r\n',
    )
    socket.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('CONNECT ')) {
        if (nats.refuses) {
          nats.refused++
          socket.end("-ERR 'Authorization Violation'\r\n")
          return
        }
        nats.accepted++
      }
      for (const _ of text.matchAll(/^PING\r$/gm)) socket.write('PONG\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.close()
    for (const socket of nats.sockets) socket.destroy()
  })
  return Object.assign(nats, { address: `nats://127.0.0.1:${port}` })
}

test('a relay that NATS refuses for a while says so, and joins once it is accepted again', async () => {
  const nats = await fakeNats()
  const folder = mkdtempSync(join(tmpdir(), 'refused-'))
  const told: string[] = []
  const relayState = await natsState({
    servers: [nats.address],
    deck: 'test',
    path: join(folder, 'live.json'),
    runningOrder,
    onReach: (reach) => told.push(reach),
  })
  onTestFinished(async () => {
    await relayState.close()
    await rm(folder, { recursive: true })
  })
  expect(nats.accepted).toBe(1)
  nats.refuses = true
  for (const socket of nats.sockets) socket.destroy()
  // More refusals than the library takes before it closes the connection for good.
  await expect.poll(() => nats.refused, { timeout: 15_000 }).toBeGreaterThan(2)
  expect(told.at(-1)).toBe('refused')
  nats.refuses = false
  await expect.poll(() => nats.accepted, { timeout: 15_000 }).toBeGreaterThan(1)
}, 40_000)
