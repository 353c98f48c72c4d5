import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  ask,
  followAt,
  kill,
  newPlace,
  pairWith,
  post,
  type RelayProcess,
  startRelay,
} from './process.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let relay: RelayProcess
beforeEach(async () => {
  place = await newPlace()
  await mkdir(place.folder)
})
afterEach(async () => {
  await kill(relay)
  await place.remove()
})

const state = async () => JSON.parse((await ask(relay, '/live/state')).body)

test('a relay that is killed and restarted goes on where it was', async () => {
  relay = await startRelay(place.folder)
  const token = await pairWith(relay)
  const { port } = relay
  const show = (step: number, lease?: number) =>
    post(
      relay,
      '/live',
      { slide: 'one', step, screen: 'black', ...(lease && { lease }) },
      { token },
    )
  const { lease } = JSON.parse((await show(1)).body)
  // Killed while writing: every acknowledged change is kept.
  let answered = 1
  const writing = (async () => {
    for (let at = 0; ; at++) {
      const answer = await show(at % 3, lease).catch(() => undefined)
      if (!answer) return
      answered = JSON.parse(answer.body).seq
    }
  })()
  await expect.poll(() => answered).toBeGreaterThan(20)
  await kill(relay)
  await writing
  relay = await startRelay(place.folder, { port })
  const after = await state()
  expect(after).toMatchObject({ slide: 'one', screen: 'black' })
  expect([answered, answered + 1]).toContain(after.seq)
  // The paired screen is still paired, and still presents.
  expect((await show((after.step + 1) % 3, lease)).status).toBe(200)
  expect(await state()).toMatchObject({ epoch: after.epoch, seq: after.seq + 1 })
  expect(await readFile(join(place.place, 'live.json.keys'), 'utf8')).not.toContain(token)
}, 20_000)

test('a relay with damaged files starts empty, and takes its presenter’s state', async () => {
  await writeFile(join(place.place, 'live.json'), '{"epoch":1,"seq"')
  await writeFile(join(place.place, 'live.json.keys'), '\0\u0001')
  relay = await startRelay(place.folder)
  expect(await state()).toMatchObject({ seq: 0, slide: '' })
  const token = await pairWith(relay)
  const shown = { slide: 'two', step: 0, screen: 'slide', lease: 7 }
  expect(JSON.parse((await post(relay, '/live', shown, { token })).body).lease).toBe(7)
  expect(await state()).toMatchObject({ seq: 1, slide: 'two' })
}, 20_000)

test('a relay that is stopped in the middle of changes keeps every one it answered', async () => {
  relay = await startRelay(place.folder)
  const token = await pairWith(relay)
  const { port } = relay
  let answered = 0
  const show = async (lease?: number) => {
    for (let at = 0; ; at++) {
      const shown = { slide: 'one', step: at % 3, screen: 'slide', ...(lease && { lease }) }
      const answer = await post(relay, '/live', shown, { token }).catch(() => undefined)
      if (answer?.status !== 200) return
      const { seq } = JSON.parse(answer.body)
      answered = Math.max(answered, seq)
      lease ??= JSON.parse(answer.body).lease
    }
  }
  const showing = show()
  await expect.poll(() => answered).toBeGreaterThan(10)
  const gone = once(relay.child, 'exit')
  relay.child.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
  await showing
  relay = await startRelay(place.folder, { port })
  expect((await state()).seq).toBeGreaterThanOrEqual(answered)
}, 20_000)

test('a relay that is stopped disconnects everyone, with different times to reconnect', async () => {
  relay = await startRelay(place.folder)
  const viewers = Array.from({ length: 50 }, () => followAt(relay))
  for (const { seen } of viewers) await expect.poll(() => seen.length).toBe(1)
  // Neither a silent connection nor a request that never ends delays it.
  const silent = connect(relay.port, '127.0.0.1')
  const endless = connect(relay.port, '127.0.0.1')
  endless.write(
    'POST /live/pair HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  )
  for (const socket of [silent, endless]) socket.on('error', () => undefined)
  await once(silent, 'connect')
  const gone = once(relay.child, 'exit')
  const ended = viewers.map(({ socket }) => once(socket, 'end'))
  relay.child.kill('SIGTERM')
  await Promise.all(ended)
  expect(await gone).toEqual([0, null])
  const times = viewers.map(({ text }) => text.match(/retry: \d+/g)?.[1])
  expect(times).not.toContain(undefined)
  expect(new Set(times).size).toBeGreaterThan(25)
  expect(relay.output).toBe('')
}, 20_000)
