import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addressesIn, lentCodeIn } from '../../../src/model/talk/relay-protocol.ts'
import { type Pairing, pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { createRelay, type Relay, type RelayOptions } from '../../../src/relay/server.ts'
import type { RelayState } from '../../../src/relay/state/relay-state.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'
import { runningOrder } from '../../support/running-order.ts'
import { cert, key } from './certificate.ts'
import { type Asked, ask, followAt, post } from './process.ts'

/** The state of a relay, which can be made to seem cut off or shared with others. */
function brittleState() {
  const relayState = fileState(join(folder, 'live.json'), runningOrder)
  const state = { cutOff: false, elsewhere: 0 }
  return Object.assign(state, {
    ...relayState,
    isCutOff: () => state.cutOff,
    count: (here: () => number) => () => here() + state.elsewhere,
  } satisfies RelayState)
}

let folder = ''
let relay: Relay
let keys: Pairing
let token = ''
let relayState: ReturnType<typeof brittleState>
const shown = { slide: 'one', step: 1, screen: 'slide' }

const relayOn = (relayState: RelayState, change: Partial<RelayOptions> = {}) =>
  createRelay({
    runningOrder,
    relayState,
    keys,
    headers: { 'X-Policy': 'strict' },
    connections: 100,
    site: (_, response, paired) => {
      response.end(paired ? 'paired' : 'anybody')
    },
    ...change,
  })

async function open(change: Partial<RelayOptions> = {}) {
  folder = await mkdtemp(join(tmpdir(), 'server-'))
  relayState = brittleState()
  keys = pairingWith(relayState.pairingKeys)
  token = (await keys.pair(keys.code)) ?? ''
  relay = relayOn(relayState, change)
  relay.server.listen(0, '127.0.0.1')
  await once(relay.server, 'listening')
}
const at = () => ({ port: (relay.server.address() as AddressInfo).port })

afterEach(async () => {
  await relay.stop()
  await rm(folder, { recursive: true })
})

describe('a relay', () => {
  beforeEach(() => open())

  test('answers everyone with the presentation, and with 304 until it changes', async () => {
    await post(at(), '/live', shown, { token })
    const first = await ask(at(), '/live/state')
    expect(JSON.parse(first.body)).toEqual({
      ...shown,
      seq: 1,
      epoch: expect.any(Number),
    })
    expect(first.headers['cache-control']).toBe('no-cache')
    const known = { headers: { 'If-None-Match': String(first.headers.etag) } }
    expect(await ask(at(), '/live/state', known)).toMatchObject({ status: 304, body: '' })
    await post(at(), '/live', { ...shown, lease: 1 }, { token })
    expect((await ask(at(), '/live/state', known)).status).toBe(304)
    await post(at(), '/live', { ...shown, screen: 'black', lease: 1 }, { token })
    expect((await ask(at(), '/live/state', known)).status).toBe(200)
  })

  test('sends its policy with every answer', async () => {
    for (const path of ['/live/state', '/live/pair', '/live/pair.js', '/healthz', '/else']) {
      expect((await ask(at(), path)).headers['x-policy']).toBe('strict')
    }
    expect((await ask(at(), '/live', { method: 'DELETE' })).headers.allow).toBe('GET, POST')
  })

  test('redirects to the right page, even from addresses garbled by a proxy or by hand', async () => {
    const headers = { Accept: 'text/html' }
    for (const [path, to] of [
      ['//', './?theo'],
      ['//index.html', './?theo'],
      ['///?zarsrc=30', './?theo'],
      ['/live/pair/', '../pair'],
    ] as const) {
      const { status, headers: sent } = await ask(at(), path, { headers })
      expect({ path, status, to: sent.location }).toEqual({ path, status: 302, to })
    }
    expect((await ask(at(), '//live/state')).status).toBe(200)
    await relay.stop()
    relay = relayOn(relayState, { site: (request, response) => void response.end(request.url) })
    await once(relay.server.listen(0, '127.0.0.1'), 'listening')
    expect((await ask(at(), '//sw.js')).body).toBe('/sw-live.js')
  })

  test('answers HEAD requests, except for the stream', async () => {
    for (const path of ['/healthz', '/live/pair', '/live/state']) {
      expect(await ask(at(), path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    }
    expect((await ask(at(), '/live', { method: 'HEAD' })).status).toBe(405)
  })

  test('tells the presenter how many follow, and everybody its health', async () => {
    const { body } = await post(at(), '/live', shown, { token })
    expect(JSON.parse(body)).toEqual({ lease: 1, seq: 1, viewers: 0 })
    await post(at(), '/live', shown)
    expect(JSON.parse((await ask(at(), '/healthz')).body)).toMatchObject({
      viewers: 0,
      seq: 1,
      presenter: 0,
      published: 1,
      refused: 1,
      unkept: 0,
    })
  })

  test('tells viewers when it may have missed the presenter, unless it hears the presenter itself', async () => {
    await post(at(), '/live', shown, { token })
    await relay.stop()
    relay = relayOn(relayState)
    await once(relay.server.listen(0, '127.0.0.1'), 'listening')
    const state = () => ask(at(), '/live/state')
    const { headers } = await state()
    const known = { headers: { 'If-None-Match': String(headers.etag) } }
    const follower = followAt(at())
    await expect.poll(() => follower.seen.length).toBe(1)
    relayState.cutOff = true
    expect(JSON.parse((await ask(at(), '/live/state', known)).body)).toMatchObject({ lost: true })
    await expect.poll(() => follower.seen.at(-1), { timeout: 3000 }).toMatchObject({ lost: true })
    await post(at(), '/live', { ...shown, lease: 1 }, { token })
    expect(JSON.parse((await state()).body)).not.toHaveProperty('lost')
    await expect.poll(() => follower.seen.at(-1)).not.toHaveProperty('lost')
    follower.socket.destroy()
  })

  test('tells the presenter about the viewers of other relays too', async () => {
    relayState.elsewhere = 40
    expect(JSON.parse((await post(at(), '/live', shown, { token })).body).viewers).toBe(40)
  })

  test('goes on while the disk is full, says so, and saves everything afterwards', async () => {
    const health = async () => JSON.parse((await ask(at(), '/healthz')).body)
    // Folders in place of both files make writing fail, as a full disk does.
    const files = [join(folder, 'live.json'), join(folder, 'live.json.keys')]
    for (const file of files) {
      await rm(file, { force: true })
      await mkdir(file)
    }
    const paired = await post(at(), '/live/pair', { code: keys.code })
    const { token } = JSON.parse(paired.body)
    const { status, body } = await post(at(), '/live', shown, { token })
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 200, unwritten: true })
    expect(JSON.parse((await ask(at(), '/live/state')).body)).toMatchObject(shown)
    expect(await health()).toMatchObject({ unkept: expect.any(Number), unwritten: true })
    for (const file of files) await rm(file, { recursive: true })
    await expect.poll(health, { timeout: 10_000 }).toMatchObject({ unwritten: false })
    expect((await health()).unkept).toBeGreaterThan(0)
    const later = fileState(join(folder, 'live.json'), runningOrder)
    expect(later.presentation.current()).toMatchObject(shown)
    expect(pairingWith(later.pairingKeys).holds(token)).toBe(true)
  }, 15_000)

  test('knows a paired browser by its cookie among others, and by no other cookie', async () => {
    const cookie = (Cookie: string): Asked => ({ headers: { Cookie } })
    const name = 'bao-cao-vien-0123456789ab'
    expect((await ask(at(), '/x', cookie(`a=b; ${name}=${token}; c=d`))).body).toBe('paired')
    for (const wrong of [`x-${name}=${token}`, `${name}=${token}x`, `a=${token}`]) {
      expect((await ask(at(), '/x', cookie(wrong))).body).toBe('anybody')
    }
  })

  test('does not interfere with another relay on the same host', async () => {
    const pairHere = async (Cookie = '') => {
      const { headers } = await post(
        at(),
        '/live/pair',
        { code: keys.code },
        { headers: { Cookie } },
      )
      return headers['set-cookie'] as string[]
    }
    const named = (cookies: readonly string[] = []) => cookies.map((each) => each.split('=')[0])
    const [first = ''] = await pairHere()
    const own = first.split(';')[0] ?? ''
    // The cookies of both are sent, in either order, and neither replaces the other.
    const other = `bao-cao-vien-ba9876543210=${'x'.repeat(43)}`
    for (const both of [`${own}; ${other}`, `${other}; ${own}`]) {
      expect((await ask(at(), '/x', { headers: { Cookie: both } })).body).toBe('paired')
    }
    const again = await pairHere(`${other}; ${own}`)
    expect(named(again)[0]).not.toBe(named([first])[0])
    // This relay's previous cookie is deleted; the other relay's is left alone.
    expect(named(again.slice(1))).toEqual(named([first]))
    expect(again[1]).toContain('Max-Age=0')
  })

  test.for([
    ['/', './?theo'],
    ['/?utm_source=zalo&utm_medium=zalo&utm_campaign=zalo&zarsrc=30', './?theo'],
    ['/?theo', undefined],
    ['/?theo&utm_source=zalo', undefined],
    ['/?fbclid=x&theo=', undefined],
    ['/x?fbclid=x', undefined],
  ])('redirects %s to %s', async ([path, way]) => {
    expect((await ask(at(), path ?? '')).headers.location).toBe(way)
    const Cookie = `bao-cao-vien-0123456789ab=${token}`
    expect((await ask(at(), path ?? '', { headers: { Cookie } })).body).toBe('paired')
  })

  test('redirects a navigation to index.html, but not a mere fetch', async () => {
    const open = async (Accept: string) =>
      (await ask(at(), '/index.html?x', { headers: { Accept } })).headers.location
    expect(await open('text/html,*/*')).toBe('./?theo')
    expect(await open('*/*')).toBeUndefined()
  })

  test('remembers eight presenters, and forgets the oldest', async () => {
    const others: string[] = []
    for (let each = 0; each < 8; each++) others.push((await keys.pair(keys.code)) ?? '')
    expect(keys.holds(token)).toBe(false)
    const later = pairingWith(fileState(join(folder, 'live.json'), runningOrder).pairingKeys)
    expect(others.every((other) => keys.holds(other) && later.holds(other))).toBe(true)
  })

  test('accepts a code in lower case or with a space for the hyphen', async () => {
    expect(keys.code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/)
    expect(await keys.pair(` ${keys.code.toLowerCase().replace('-', ' ')} `)).toMatch(/^[\w-]{43}$/)
  })
})

describe('a code that is lent to a paired screen', () => {
  beforeEach(() => open())
  afterEach(() => void vi.useRealTimers())
  const lend = (by?: string, body: object = {}) =>
    post(at(), '/live/pair/code', body, by ? { token: by } : {})

  test('pairs one other, beside the code of the terminal', async () => {
    const { status, body, headers } = await lend(token)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    const lent = lentCodeIn(JSON.parse(body))
    expect(lent?.seconds).toBe(120)
    const { code } = keys
    const pair = () => post(at(), '/live/pair', { code: lent?.code })
    const headersOf = { headers: { Authorization: `Bearer ${token}` } }
    const isUsed = async () =>
      JSON.parse((await ask(at(), '/live/pair/lent', headersOf)).body).used as boolean
    expect(await isUsed()).toBe(false)
    expect((await ask(at(), '/live/pair/lent')).status).toBe(401)
    const paired = await pair()
    expect(keys.holds(JSON.parse(paired.body).token)).toBe(true)
    expect(await isUsed()).toBe(true)
    expect((await pair()).status).toBe(403)
    expect(keys.code).toBe(code)
    expect(await keys.pair(code)).toBeDefined()
  })

  test('brings what was handed over with it, once, to whoever uses it', async () => {
    const codeWith = async (body: object) =>
      JSON.parse((await lend(token, body)).body).code as string
    const pairBy = async (code: string) =>
      JSON.parse((await post(at(), '/live/pair', { code })).body)
    const forgotten = await codeWith({ handed: 'first' })
    const code = await codeWith({ handed: '{"version":1}' })
    expect((await post(at(), '/live/pair', { code: forgotten })).status).toBe(403)
    // Another pairing does not get it.
    expect(await pairBy(keys.code)).not.toHaveProperty('handed')
    expect(await pairBy(code.toLowerCase().replace('-', ' '))).toMatchObject({
      handed: '{"version":1}',
    })
    expect(await pairBy(await codeWith({}))).not.toHaveProperty('handed')
  })

  test('is refused with anything else to hand over, or with too much', async () => {
    for (const body of [{ handed: 1 }, { handed: null }, { handed: 'x', more: 1 }, { x: '' }]) {
      expect((await lend(token, body)).status).toBe(400)
    }
    expect((await lend(token, { handed: 'x'.repeat(1_000_000) })).status).toBe(413)
    expect((await lend('guess', { handed: 'x'.repeat(1_000_000) })).status).toBe(401)
  })

  test('is lent to nobody else, and never to another site', async () => {
    expect((await lend()).status).toBe(401)
    expect((await lend('guess')).status).toBe(401)
    for (const headers of [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      expect((await post(at(), '/live/pair/code', {}, { token, headers })).status).toBe(403)
    }
    const form = { token, headers: { 'Content-Type': 'text/plain' } }
    expect((await post(at(), '/live/pair/code', '{}', form)).status).toBe(415)
    expect((await ask(at(), '/live/pair/code')).status).toBe(405)
  })

  test('ends with the next one, after two minutes, with all pairings, and with the relay', async () => {
    const codes = () => relayState.pairingKeys.current()?.codes.length
    const codeOf = async () => JSON.parse((await lend(token)).body).code
    const first = await codeOf()
    const second = await codeOf()
    expect(await keys.pair(first)).toBeUndefined()
    expect(codes()).toBe(2)
    await keys.rotate()
    expect(await keys.pair(second)).toBeUndefined()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const third = await keys.lend(120_000)
    await vi.advanceTimersByTimeAsync(119_000)
    expect(codes()).toBe(2)
    await vi.advanceTimersByTimeAsync(2000)
    expect(codes()).toBe(1)
    expect(await keys.pair(third)).toBeUndefined()
    await keys.lend(120_000)
    await keys.close()
    expect(codes()).toBe(0)
    vi.useRealTimers()
  })
})

test('the addresses of a relay are told to its paired screens', async () => {
  const addresses = ['http://192.168.1.10:8018/', 'https://[2001:db8::1]:8443/']
  await open({ addresses: () => addresses })
  const headers = { Cookie: `bao-cao-vien-0123456789ab=${token}` }
  const { body } = await ask(at(), '/live/addresses', { headers })
  expect(addressesIn(JSON.parse(body))).toEqual({ addresses })
  expect(JSON.parse((await ask(at(), '/live/addresses')).body)).toEqual({ addresses: [] })
  const foreign = { headers: { ...headers, 'Sec-Fetch-Site': 'cross-site' } }
  expect((await ask(at(), '/live/addresses', foreign)).status).toBe(403)
  for (const wrong of ['javascript:alert(1)', 'http://a/b/', 'http://a@b/', 'x', 7]) {
    expect(addressesIn({ addresses: [wrong] })).toBeUndefined()
  }
})

describe('behind a proxy', () => {
  test('visitors fail separately, and the cookie is Secure only if the proxy uses TLS', async () => {
    await open({ trustProxy: true })
    const by = (visitor: string) => ({ headers: { 'X-Forwarded-For': `9.9.9.9, ${visitor}` } })
    for (let each = 0; each < 11; each++) await post(at(), '/live', shown, by('192.0.2.1'))
    expect((await post(at(), '/live', shown, by('192.0.2.1'))).status).toBe(429)
    expect((await post(at(), '/live', shown, by('192.0.2.2'))).status).toBe(401)
    const paired = (headers: Record<string, string>) =>
      post(at(), '/live/pair', { code: keys.code }, { headers })
    const { headers } = await paired({ 'X-Forwarded-Proto': 'https' })
    expect(headers['set-cookie']?.[0]).toMatch(/; Secure$/)
    expect((await paired({})).headers['set-cookie']?.[0]).not.toContain('Secure')
  })
})

test('with a certificate everything works over TLS', async () => {
  await open({ tls: { cert: Buffer.from(cert), key: Buffer.from(key) } })
  const options = { ...at(), ca: cert, host: '127.0.0.1', agent: false }
  const followed = request({ ...options, path: '/live' }).end()
  const [stream] = await once(followed, 'response')
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const sent = request({ ...options, path: '/live', method: 'POST', headers })
  sent.end(JSON.stringify(shown))
  const [answer] = await once(sent, 'response')
  answer.resume()
  expect(answer.statusCode).toBe(200)
  await expect.poll(() => text).toContain('"slide":"one","step":1')
  followed.on('error', () => undefined).destroy()
})
