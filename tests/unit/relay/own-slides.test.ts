import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { OwnSlides } from '../../../src/model/talk/own-slides.ts'
import { showLive } from '../../../src/relay/live-presentation.ts'
import { pairingWith } from '../../../src/relay/pairing/pairing.ts'
import { newestPresentation } from '../../../src/relay/presentation.ts'
import { createRelay, type Relay } from '../../../src/relay/server.ts'
import { hashOf, mergePools, poolIn, spreadOf } from '../../../src/relay/state/own-pool.ts'
import { fileState } from '../../../src/relay/state/state-file.ts'
import { runningOrder } from '../../support/running-order.ts'
import { ask, followAt, post } from './process.ts'

const own: OwnSlides = {
  cover: { place: 'Hội trường A', date: '', speaker: '' },
  slides: [{ id: 'rieng-1', after: 'two', title: 'Liên hệ <b>huyện</b> A', points: ['Ý một'] }],
}
const other: OwnSlides = {
  ...own,
  slides: [{ id: 'rieng-7', after: 'one', title: 'B', points: [] }],
}
const third: OwnSlides = { ...own, slides: [] }
const shown = { slide: 'one', step: 1, screen: 'slide' }
const onOwn = { slide: 'rieng-1', step: 0, screen: 'slide' }

let folder = ''
let relay: Relay
let token = ''

/** Starts a relay with the state that the last one left in its files. */
async function open() {
  const relayState = fileState(join(folder, 'live.json'), runningOrder)
  const keys = pairingWith(relayState.pairingKeys)
  token ||= (await keys.pair(keys.code)) ?? ''
  relay = createRelay({
    ...{ runningOrder, relayState, keys, headers: {}, connections: 100 },
    site: (_, response) => void response.end(),
  })
  await once(relay.server.listen(0, '127.0.0.1'), 'listening')
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-'))
  token = ''
  await open()
})
afterEach(async () => {
  await relay.stop()
  await rm(folder, { recursive: true })
})

const at = () => ({ port: (relay.server.address() as AddressInfo).port })
const state = async () => JSON.parse((await ask(at(), '/live/state')).body)
const offer = (own: unknown, lease?: number, by = token) =>
  post(at(), '/live/own-slides', { own, ...(lease !== undefined && { lease }) }, { token: by })
const present = async (view: object, own?: string, lease?: number) => {
  const body = { ...view, ...(own && { own }), ...(lease && { lease }) }
  const answer = await post(at(), '/live', body, { token })
  return { status: answer.status, lease: answer.status === 200 ? JSON.parse(answer.body).lease : 0 }
}
const get = (hash: string) => ask(at(), `/live/own-slides?${hash}`)

test('own slides are offered, named, and lent to viewers while they are presented', async () => {
  const follower = followAt(at())
  onTestFinished(() => void follower.socket.destroy())
  const hash = hashOf(own)
  // Before the relay has them, their presenter is told, and nothing changes.
  expect((await present(onOwn, hash)).status).toBe(428)
  expect((await present(shown, hash)).status).toBe(428)
  expect(await state()).toMatchObject({ seq: 0 })
  const { status, body } = await offer(own)
  expect({ status, body: JSON.parse(body) }).toEqual({ status: 200, body: { hash } })
  // Nobody gets them who has no presenter that shows them.
  expect((await get(hash)).status).toBe(404)
  const { lease } = await present(onOwn, hash)
  expect(await state()).toMatchObject({ ...onOwn, own: hash })
  await expect.poll(() => follower.seen.at(-1)).toMatchObject({ ...onOwn, own: hash })
  const lent = await get(hash)
  expect(JSON.parse(lent.body)).toEqual(own)
  expect(lent.headers['cache-control']).toBe('no-store')
  expect(lent.headers['content-type']).toBe('application/json')
  // Steps of own slides, slides that are not sent, and without the hash none.
  for (const view of [
    { ...onOwn, step: 1 },
    { ...onOwn, slide: 'rieng-2' },
  ]) {
    expect((await present(view, hash, lease)).status).toBe(422)
  }
  expect((await present(onOwn, undefined, lease)).status).toBe(422)
  expect(await state()).toMatchObject({ ...onOwn, own: hash })
  // Only as long as the presenter's version has them.
  expect((await present(shown, undefined, lease)).status).toBe(200)
  expect(await state()).not.toHaveProperty('own')
  expect((await get(hash)).status).toBe(404)
  expect((await present(onOwn, hash, lease)).status).toBe(428)
})

test('another presenter’s own slides take their place, and an older one cannot bring them back', async () => {
  const [hash, later] = [hashOf(own), hashOf(other)]
  await offer(own)
  const { lease } = await present(onOwn, hash)
  await offer(other)
  // Offered, but not presented yet.
  expect((await get(later)).status).toBe(404)
  expect((await get(hash)).status).toBe(200)
  const second = await present(shown, later)
  expect((await get(later)).status).toBe(200)
  expect((await get(hash)).status).toBe(404)
  // The one before, its answers replayed.
  expect((await present(onOwn, hash, lease)).status).toBe(409)
  expect((await offer(own, lease)).status).toBe(409)
  expect(await state()).toMatchObject({ ...shown, own: later })
  expect((await offer(other, second.lease)).status).toBe(200)
  // Whoever takes over without any leaves none.
  expect((await present(shown)).status).toBe(200)
  expect(await state()).not.toHaveProperty('own')
  expect((await get(later)).status).toBe(404)
})

test('a flood of offers never takes away those that are presented', async () => {
  const hash = hashOf(own)
  await offer(own)
  await present(onOwn, hash)
  for (const one of [other, third, other]) await offer(one)
  expect((await get(hash)).status).toBe(200)
  expect((await present(shown, hashOf(third))).status).toBe(428)
  expect((await present(shown, hashOf(other))).status).toBe(200)
})

test('only a paired page of this server offers, and only what can be shown as it is', async () => {
  const from = '127.0.0.77'
  expect((await post(at(), '/live/own-slides', { own }, { from })).status).toBe(401)
  expect((await post(at(), '/live/own-slides', { own }, { from, token: 'guess' })).status).toBe(401)
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const asked = { token, headers }
    expect((await post(at(), '/live/own-slides', { own }, asked)).status).toBe(403)
    expect((await ask(at(), `/live/own-slides?${hashOf(own)}`, { headers })).status).toBe(403)
  }
  const [slide] = own.slides
  for (const [wrong, status] of [
    [{ ...own, slides: [{ ...slide, title: '\u202eA' }] }, 422],
    [{ ...own, slides: [{ ...slide, after: 'gone' }] }, 422],
    [{ ...own, hidden: ['two'] }, 422],
    [[], 422],
    [{ ...own, slides: Array(20).fill({ ...slide, title: 'x'.repeat(9000) }) }, 413],
  ] as const) {
    expect((await offer(wrong)).status).toBe(status)
  }
  expect((await offer(own, -1)).status).toBe(422)
  const form = { token, headers: { 'Content-Type': 'text/plain' } }
  expect((await post(at(), '/live/own-slides', { own }, form)).status).toBe(415)
  for (const hash of ['', 'x', '__proto__', hashOf(own), `${hashOf(own)}&`]) {
    expect((await get(hash)).status).toBe(404)
  }
})

test('a relay that is killed has none in its files, still names them, and is sent them again', async () => {
  const hash = hashOf(own)
  await offer(own)
  const { lease } = await present(onOwn, hash)
  await relay.stop()
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/Liên hệ|Hội trường/)
  }
  await open()
  expect(await state()).toMatchObject({ ...onOwn, own: hash })
  expect((await get(hash)).status).toBe(404)
  expect((await present(onOwn, hash, lease)).status).toBe(428)
  expect((await offer(own, lease)).status).toBe(200)
  expect((await get(hash)).status).toBe(200)
  expect((await present(onOwn, hash, lease)).status).toBe(200)
})

test('own slides are forgotten once their presenter has been silent for four hours', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const hash = hashOf(own)
  for (const isKnown of [true, false]) {
    const relayState = fileState(join(folder, `${isKnown}.json`), runningOrder)
    const live = showLive(relayState, runningOrder, {
      ...{ most: 1, mostPerAddress: 1, beat: 1000, patience: 1000, pace: 100 },
    })
    await live.offer(own, undefined)
    await live.publish({ ...onOwn, screen: 'slide', own: hash })
    if (!isKnown) await relayState.ownSlides.change(() => [])
    await vi.advanceTimersByTimeAsync(3.9 * 3_600_000)
    expect(live.state()).toMatchObject({ own: hash })
    const { seq } = live.state()
    // A post is news of the presenter, a view that changes or not.
    if (isKnown) {
      await live.publish({ ...onOwn, screen: 'slide', own: hash, lease: 1 })
      await vi.advanceTimersByTimeAsync(3.9 * 3_600_000)
      expect(live.own(hash)).toEqual(own)
    }
    await vi.advanceTimersByTimeAsync(600_000)
    expect(live.state()).not.toHaveProperty('own')
    // The deck's slide before it, where that is known.
    expect(live.state()).toMatchObject({ slide: isKnown ? 'two' : 'cover', step: 0, seq: seq + 1 })
    expect(live.own(hash)).toBeUndefined()
    expect(relayState.ownSlides.current()).toEqual([])
    await live.close()
    await relayState.close()
  }
})

test('relays agree on one state and on what they have', () => {
  const state = { epoch: 1, seq: 2, lease: 1, slide: 'one', step: 0, screen: 'slide' } as const
  const named = { ...state, own: hashOf(own) }
  expect(newestPresentation(state, named)).toEqual(newestPresentation(named, state))
  expect(mergePools([own], [own, other])).toEqual([own, other])
  expect(mergePools([own, third], [other])).toHaveLength(2)
  const sent = JSON.parse(JSON.stringify([own, { ...own, slides: 'x' }]))
  expect(poolIn(runningOrder, sent)).toEqual([own])
  expect(poolIn(runningOrder, { own })).toBeUndefined()
})

test('the more viewers there are, and the longer own slides, the longer they take to ask', () => {
  expect(spreadOf(own, 0)).toBe(1000)
  expect(spreadOf(own, 300)).toBe(1000)
  expect(spreadOf(own, 10_000)).toBe(2500)
  const points = Array.from({ length: 6 }, () => 'x'.repeat(100))
  const slide = own.slides[0]
  const long: OwnSlides = {
    ...own,
    slides: slide ? Array.from({ length: 20 }, () => ({ ...slide, points })) : [],
  }
  expect(spreadOf(long, 300)).toBe(1000)
  expect(spreadOf(long, 3000)).toBeGreaterThan(4000)
  expect(spreadOf(long, 100_000)).toBe(30_000)
})

test('viewers are told within which time to ask, the same for as long as those are shown', async () => {
  const relayState = fileState(join(folder, 'other.json'), runningOrder)
  const long = { ...own, slides: [{ ...own.slides[0], id: 'rieng-1' }] } as OwnSlides
  const manners = { most: 9, mostPerAddress: 9, beat: 1000, patience: 1000, pace: 10 }
  const live = showLive(relayState, runningOrder, manners)
  const count = vi.spyOn(live.viewers, 'count', 'get').mockReturnValue(10_000)
  const hash = await live.offer(long, undefined)
  await live.publish({ slide: 'one', step: 0, screen: 'slide', own: hash })
  expect(live.state()).toMatchObject({ own: hash, within: 2500 })
  count.mockReturnValue(20_000)
  expect(live.state().within).toBe(2500)
  await live.publish({ slide: 'one', step: 0, screen: 'slide', lease: 1 })
  expect(live.state()).not.toHaveProperty('within')
  await live.close()
  await relayState.close()
})
