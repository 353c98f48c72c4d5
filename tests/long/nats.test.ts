import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { deckRunningOrder } from '../../src/build/entry.ts'
import {
  ask,
  followAt,
  kill,
  pairWith,
  post,
  type RelayProcess,
  startRelay,
} from '../unit/relay/process.ts'
import { giveTalk } from './talk.ts'

const folder = inject('dist')
let place = ''
let port = 0
let nats: ChildProcess
const relays: RelayProcess[] = []

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the real server, as Debian has it, and waits until it answers. */
async function startNats(more: readonly string[] = []): Promise<void> {
  const args = ['--jetstream', '--store_dir', join(place, 'nats'), '--addr', '127.0.0.1']
  const child = spawn('nats-server', [...args, '--port', String(port), ...more])
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  nats = child
  await once(child, 'spawn').catch((cause) => {
    throw new Error('nats-server is missing: apt-get install nats-server', { cause })
  })
  await expect.poll(() => output, { timeout: 10_000 }).toContain('Server is ready')
}

async function killNats(): Promise<void> {
  if (nats.exitCode !== null || nats.signalCode !== null) return
  const gone = once(nats, 'exit')
  nats.kill('SIGKILL')
  await gone
}

async function openRelay(name: string): Promise<RelayProcess> {
  const relay = await startRelay(folder, {
    runningOrder: deckRunningOrder(),
    state: join(place, `${name}.json`),
    nats: `nats://127.0.0.1:${port}`,
  })
  relays.push(relay)
  return relay
}

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'nats-'))
  port = await freePort()
  await startNats()
})

afterEach(async () => {
  for (const relay of relays.splice(0)) await kill(relay)
  await killNats()
  await rm(place, { recursive: true })
})

/** In front of the relays, as a balancer of connections is: to each in turn, to none that is dead. */
async function balance(): Promise<{ port: number; close(): void }> {
  let turn = 0
  const open = new Set<Socket>()
  const pass = (client: Socket, tries: number) => {
    const relay = relays[turn++ % relays.length]
    if (!relay || tries === 0) return void client.destroy()
    const socket = connect(relay.port, '127.0.0.1')
    const next = () => pass(client, tries - 1)
    socket.once('error', next).once('connect', () => {
      socket.off('error', next).on('error', () => undefined)
      client.pipe(socket).pipe(client)
      socket.on('close', () => client.destroy())
      client.on('close', () => socket.destroy())
    })
  }
  const server: Server = createServer({ pauseOnConnect: true }, (client) => {
    open.add(client)
    client.on('error', () => undefined).on('close', () => open.delete(client))
    pass(client, relays.length)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      for (const client of open) client.destroy()
    },
  }
}

test('a whole talk through two relays, NATS killed and started again, one relay killed', async () => {
  const [one, other] = [await openRelay('one'), await openRelay('other')]
  if (!one || !other) throw new Error('no relays')
  const front = await balance()
  try {
    await giveTalk({
      port: front.port,
      code: other.code,
      async during(presses) {
        if (presses === 3) await killNats()
        if (presses === 6) await startNats()
        if (presses === 9) await kill(one)
      },
      after: async () => undefined,
    })
  } finally {
    front.close()
  }
})

const state = async (relay: RelayProcess) => JSON.parse((await ask(relay, '/live/state')).body)

test('a screen paired at one relay presents at any, and a relay that comes later knows it all', async () => {
  const [one, other] = [await openRelay('one'), await openRelay('other')]
  const token = await pairWith(one)
  const [first, second] = deckRunningOrder().map(({ id }) => id)
  const shown = { slide: first, step: 0, screen: 'slide' }
  // The other relay hears of the pairing a moment later.
  let told = await post(other, '/live', shown, { token })
  for (let time = 0; told.status === 401 && time < 50; time++) {
    await wait(100)
    told = await post(other, '/live', shown, { token })
  }
  expect(told.status).toBe(200)
  const { lease } = JSON.parse(told.body)
  // Each is told the next at once, before it can have heard of the last.
  for (let at = 0; at < 40; at++) {
    const relay = at % 2 === 0 ? one : other
    const next = { ...shown, slide: at % 2 === 0 ? second : first, lease }
    expect((await post(relay, '/live', next, { token })).status).toBe(200)
  }
  await expect.poll(() => state(one)).toMatchObject({ seq: 41, slide: first })
  expect(await state(other)).toEqual(await state(one))
  const late = await openRelay('late')
  expect(await state(late)).toEqual(await state(one))
  expect((await post(late, '/live', { ...shown, lease: lease + 1 }, { token })).status).toBe(200)
  await expect
    .poll(async () => (await post(one, '/live', { ...shown, lease }, { token })).status)
    .toBe(409)
  expect(late.output + one.output + other.output).toBe('')
}, 60_000)

test('without NATS a relay starts and serves, says that it may not know, and joins when NATS comes', async () => {
  const one = await openRelay('one')
  const token = await pairWith(one)
  const [first, second] = deckRunningOrder().map(({ id }) => id)
  await post(one, '/live', { slide: first, step: 0, screen: 'slide' }, { token })
  await killNats()
  const other = await openRelay('other')
  expect(await state(other)).toMatchObject({ seq: 0, lost: true })
  // Its own screen is told that nothing is amiss: the presenter is heard here.
  await post(one, '/live', { slide: second, step: 0, screen: 'slide', lease: 1 }, { token })
  expect(await state(one)).not.toHaveProperty('lost')
  await startNats()
  await expect.poll(() => state(other), { timeout: 20_000 }).toEqual(await state(one))
  expect(await state(other)).toMatchObject({ slide: second })
  expect(
    (await post(other, '/live', { slide: first, step: 0, screen: 'slide', lease: 1 }, { token }))
      .status,
  ).toBe(200)
}, 60_000)

test('viewers at each relay see what is pointed at, who comes later does not, nor is it sent late', async () => {
  const both = [await openRelay('one'), await openRelay('other')] as const
  const token = await pairWith(both[0])
  const slide = deckRunningOrder()[0].id
  await post(both[0], '/live', { slide, step: 0, screen: 'slide' }, { token })
  await expect.poll(() => state(both[1])).toMatchObject({ slide })
  const viewers = both.map((relay) => followAt(relay))
  await expect.poll(() => viewers.every(({ seen }) => seen.length > 0)).toBe(true)
  const at = async (x: number) =>
    (await post(both[0], '/live/pointer', { slide, at: [x, 9], lease: 1 }, { token })).status
  expect(await at(7)).toBe(204)
  for (const viewer of viewers) await expect.poll(() => viewer.text).toContain('"at":[7,9]')
  const late = followAt(both[1])
  await expect.poll(() => late.seen.length).toBeGreaterThan(0)
  // While NATS is away, viewers here see it; those elsewhere never do.
  await killNats()
  const cutOff = async (relay: RelayProcess) =>
    JSON.parse((await ask(relay, '/healthz')).body).cutOff
  for (const relay of both) await expect.poll(() => cutOff(relay), { timeout: 20_000 }).toBe(true)
  expect(await at(8)).toBe(204)
  await expect.poll(() => viewers[0]?.text).toContain('"at":[8,9]')
  await startNats()
  for (const relay of both) await expect.poll(() => cutOff(relay), { timeout: 20_000 }).toBe(false)
  expect(await at(10)).toBe(204)
  for (const viewer of [...viewers, late]) {
    await expect.poll(() => viewer.text).toContain('"at":[10,9]')
  }
  expect(viewers[1]?.text).not.toContain('"at":[8,9]')
  expect(late.text).not.toContain('"at":[7,9]')
  for (const { socket } of [...viewers, late]) socket.destroy()
}, 90_000)

test('a wrong password is said, with what to do', async () => {
  await killNats()
  await startNats(['--user', 'deck', '--pass', 'secret'])
  await expect(openRelay('one')).rejects.toThrow('NATS từ chối tên hoặc mật khẩu.')
}, 60_000)

test('relays that NATS refuses for a while join again when it takes them', async () => {
  const both = [await openRelay('one'), await openRelay('other')] as const
  const token = await pairWith(both[0])
  const [first] = deckRunningOrder().map(({ id }) => id)
  await killNats()
  await startNats(['--user', 'deck', '--pass', 'secret'])
  // Long enough for the library to give its connection up.
  await wait(4000)
  const cutOff = async () =>
    Promise.all(both.map(async (each) => JSON.parse((await ask(each, '/healthz')).body).cutOff))
  expect(await cutOff()).toEqual([true, true])
  await killNats()
  await startNats()
  await expect.poll(cutOff, { timeout: 20_000 }).toEqual([false, false])
  await post(both[0], '/live', { slide: first, step: 0, screen: 'slide' }, { token })
  await expect.poll(() => state(both[1])).toMatchObject({ slide: first })
}, 60_000)

test('own slides offered at one relay are lent by all, and by none once another presents', async () => {
  const [one, other] = [await openRelay('one'), await openRelay('other')]
  const token = await pairWith(one)
  const [first, second] = deckRunningOrder().map(({ id }) => id)
  const own = {
    cover: { place: 'Hội trường A', date: '', speaker: '' },
    slides: [{ id: 'rieng-1', after: second, title: 'Liên hệ huyện A', points: ['Ý một'] }],
  }
  const offered = await post(one, '/live/own-slides', { own }, { token })
  const { hash } = JSON.parse(offered.body)
  const view = { slide: 'rieng-1', step: 0, screen: 'slide', own: hash }
  // The other relay hears of them, and of the pairing, a moment later.
  await expect.poll(async () => (await post(other, '/live', view, { token })).status).toBe(200)
  const late = await openRelay('late')
  for (const relay of [one, other, late]) {
    await expect.poll(() => state(relay)).toMatchObject({ slide: 'rieng-1', own: hash })
    const lent = await ask(relay, `/live/own-slides?${hash}`)
    expect(JSON.parse(lent.body)).toEqual(own)
  }
  // They outlive the relay where they were offered.
  await kill(one)
  const again = await openRelay('one')
  await expect.poll(async () => (await ask(again, `/live/own-slides?${hash}`)).status).toBe(200)
  const taken = { slide: first, step: 0, screen: 'slide' }
  expect((await post(late, '/live', taken, { token })).status).toBe(200)
  for (const relay of [again, other, late]) {
    await expect.poll(() => state(relay)).not.toHaveProperty('own')
    expect((await ask(relay, `/live/own-slides?${hash}`)).status).toBe(404)
  }
  const after = await openRelay('after')
  expect((await ask(after, `/live/own-slides?${hash}`)).status).toBe(404)
  expect(await state(after)).not.toHaveProperty('own')
}, 60_000)
