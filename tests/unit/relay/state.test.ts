import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Room } from '../../../src/relay/presentation.ts'
import { fileBus, type StateBus } from '../../../src/relay/state.ts'
import { runningOrder } from '../../support/running-order.ts'

const folder = mkdtempSync(join(tmpdir(), 'bus-'))
const path = join(folder, 'live.json')
const room: Room = { epoch: 1, seq: 1, lease: 1, slide: 'one', step: 2, black: true }
const set = (bus: StateBus, room: Room) => bus.room.change(() => room)
beforeEach(() => rm(path, { recursive: true, force: true }))
afterAll(() => rm(folder, { recursive: true }))

describe('a state in a file', () => {
  test('is there again for the next relay, and nothing else is left in the folder', async () => {
    await set(fileBus(path, runningOrder), room)
    expect(fileBus(path, runningOrder).room.current()).toEqual(room)
    expect(await readdir(folder)).toEqual(['live.json'])
  })

  test('is told before the disk has it', async () => {
    const bus = fileBus(path, runningOrder)
    const heard: Room[] = []
    bus.room.subscribe((each) => heard.push(each))
    const kept = set(bus, room)
    expect(heard).toEqual([room])
    await kept
  })

  test('is the newest of many that come at once, each kept when its promise says so', async () => {
    const bus = fileBus(path, runningOrder)
    const many = Array.from({ length: 200 }, (_, at) => ({ ...room, seq: at + 1 }))
    await Promise.all(many.map((each) => set(bus, each)))
    expect(JSON.parse(await readFile(path, 'utf8')).seq).toBe(200)
    const kept = bus.room.current()
    await bus.room.change((now) => now)
    expect(bus.room.current()).toBe(kept)
  })

  test.for([
    '',
    '{',
    '[]',
    'null',
    '{"epoch":1}',
    JSON.stringify({ ...room, slide: 'gone' }),
    JSON.stringify({ ...room, step: 9 }),
    JSON.stringify(room).slice(0, -3),
  ])('is none where the file holds %s, and can be written again', async (text) => {
    await writeFile(path, text)
    const bus = fileBus(path, runningOrder)
    expect(bus.room.current()).toBeUndefined()
    await set(bus, room)
    expect(fileBus(path, runningOrder).room.current()).toEqual(room)
  })

  test('goes on in memory where the disk refuses, and is on the disk once it does not', async () => {
    await mkdir(path)
    await writeFile(join(path, 'in the way'), '')
    const told: unknown[] = []
    const bus = fileBus(path, runningOrder, (refusal) => told.push(refusal))
    await set(bus, room)
    expect(bus.room.current()).toEqual(room)
    expect(bus.disk.owes).toBe(true)
    // Another refusal counts, and is told no more.
    await set(bus, { ...room, seq: 2 })
    expect(bus.disk.refusals).toBe(2)
    expect(told).toEqual([expect.any(Error)])
    await rm(path, { recursive: true })
    // Nobody sets anything any more.
    await expect.poll(() => bus.disk.owes, { timeout: 10_000 }).toBe(false)
    expect(fileBus(path, runningOrder).room.current()?.seq).toBe(2)
    expect(told).toEqual([expect.any(Error), undefined])
  }, 15_000)

  test('is written a last time when the relay ends', async () => {
    await mkdir(path)
    const bus = fileBus(path, runningOrder)
    await set(bus, room)
    await rm(path, { recursive: true })
    await bus.close()
    expect(fileBus(path, runningOrder).room.current()).toEqual(room)
  })
})
