import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Presentation } from '../../../../src/model/talk/relay-protocol.ts'
import type { RelayState } from '../../../../src/relay/state/relay-state.ts'
import { fileState } from '../../../../src/relay/state/state-file.ts'
import { runningOrder } from '../../../support/running-order.ts'

const folder = mkdtempSync(join(tmpdir(), 'relayState-'))
const path = join(folder, 'live.json')
const presentation: Presentation = {
  epoch: 1,
  seq: 1,
  lease: 1,
  slide: 'one',
  step: 2,
  screen: 'black',
}
const set = (relayState: RelayState, presentation: Presentation) =>
  relayState.presentation.change(() => presentation)
beforeEach(() => rm(path, { recursive: true, force: true }))
afterAll(() => rm(folder, { recursive: true }))

describe('a state in a file', () => {
  test('is there for the next relay, and nothing else is left in the folder', async () => {
    await set(fileState(path, runningOrder), presentation)
    expect(fileState(path, runningOrder).presentation.current()).toEqual(presentation)
    expect(await readdir(folder)).toEqual(['live.json'])
  })

  test('is announced before it is on the disk', async () => {
    const relayState = fileState(path, runningOrder)
    const heard: Presentation[] = []
    relayState.presentation.subscribe((each) => heard.push(each))
    const kept = set(relayState, presentation)
    expect(heard).toEqual([presentation])
    await kept
  })

  test('reaches the disk though a listener throws', async () => {
    const relayState = fileState(path, runningOrder)
    relayState.presentation.subscribe(() => {
      throw new Error('cannot be shown')
    })
    expect(() => set(relayState, presentation)).toThrow('cannot be shown')
    await relayState.close()
    expect(fileState(path, runningOrder).presentation.current()).toEqual(presentation)
  })

  test('is the newest of many set at once, each saved when its promise resolves', async () => {
    const relayState = fileState(path, runningOrder)
    const many = Array.from({ length: 200 }, (_, at) => ({ ...presentation, seq: at + 1 }))
    await Promise.all(many.map((each) => set(relayState, each)))
    expect(JSON.parse(await readFile(path, 'utf8')).seq).toBe(200)
    const kept = relayState.presentation.current()
    await relayState.presentation.change((now) => now)
    expect(relayState.presentation.current()).toBe(kept)
  })

  test('is the last one that was written in full, after a crash in the middle of a line', async () => {
    const relayState = fileState(path, runningOrder)
    for (const seq of [1, 2, 3]) await set(relayState, { ...presentation, seq })
    const text = await readFile(path, 'utf8')
    for (const [length, seq] of [
      [text.length, 3],
      [text.length - 1, 3],
      [text.length - 2, 2],
      [text.lastIndexOf('{') + 1, 2],
      [text.indexOf('\n'), 1],
    ] as const) {
      await writeFile(path, text.slice(0, length))
      expect(fileState(path, runningOrder).presentation.current()?.seq).toBe(seq)
    }
    // Some file systems keep the length without what was written.
    await writeFile(path, `${text}${'\0'.repeat(90)}`)
    expect(fileState(path, runningOrder).presentation.current()?.seq).toBe(3)
    await relayState.close()
  })

  test('is not one of another deck’s, though an older line would fit', async () => {
    const lines = [presentation, { ...presentation, seq: 2, slide: 'gone' }]
    await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    expect(fileState(path, runningOrder).presentation.current()).toBeUndefined()
  })

  test('keeps no keys that were revoked', async () => {
    const { pairingKeys, close } = fileState(path, runningOrder)
    for (const token of ['a', 'b'])
      await pairingKeys.change(() => ({ age: 0, codes: [], tokens: [token.repeat(64)] }))
    expect(await readFile(`${path}.keys`, 'utf8')).not.toContain('a'.repeat(64))
    await close()
    await rm(`${path}.keys`)
  })

  test.for([
    '',
    '{',
    '[]',
    'null',
    '{"epoch":1}',
    JSON.stringify({ ...presentation, slide: 'gone' }),
    JSON.stringify({ ...presentation, step: 9 }),
    JSON.stringify(presentation).slice(0, -3),
  ])('is undefined if the file contains %s, and can be set again', async (text) => {
    await writeFile(path, text)
    const relayState = fileState(path, runningOrder)
    expect(relayState.presentation.current()).toBeUndefined()
    await set(relayState, presentation)
    expect(fileState(path, runningOrder).presentation.current()).toEqual(presentation)
  })

  test('stays in memory while the disk refuses, and is saved once it does not', async () => {
    await mkdir(path)
    await writeFile(join(path, 'in the way'), '')
    const told: unknown[] = []
    const relayState = fileState(path, runningOrder, (refusal) => told.push(refusal))
    await set(relayState, presentation)
    expect(relayState.presentation.current()).toEqual(presentation)
    expect(relayState.disk.owes).toBe(true)
    // A second refusal counts, but is not reported.
    await set(relayState, { ...presentation, seq: 2 })
    expect(relayState.disk.refusals).toBe(2)
    expect(told).toEqual([expect.any(Error)])
    await rm(path, { recursive: true })
    // Without another change.
    await expect.poll(() => relayState.disk.owes, { timeout: 10_000 }).toBe(false)
    expect(fileState(path, runningOrder).presentation.current()?.seq).toBe(2)
    expect(told).toEqual([expect.any(Error), undefined])
  }, 15_000)

  test('keeps nobody waiting while the disk does not answer, and is saved once it does', async () => {
    // Opening it for writing takes until somebody opens it for reading.
    const pipe = `${path}.part`
    execFileSync('mkfifo', [pipe])
    const told: unknown[] = []
    const relayState = fileState(path, runningOrder, (refusal) => told.push(refusal))
    await set(relayState, presentation)
    expect(told).toEqual([expect.objectContaining({ code: 'ETIMEDOUT' })])
    for (const seq of [2, 3]) await set(relayState, { ...presentation, seq })
    expect(relayState.disk.owes).toBe(true)
    // Under another name, or the pipe itself would take the place of the file.
    const aside = `${path}.aside`
    await rename(pipe, aside)
    const reader = await open(aside)
    await expect.poll(() => relayState.disk.owes, { timeout: 10_000 }).toBe(false)
    await reader.close()
    await rm(aside)
    expect(told.at(-1)).toBeUndefined()
    expect(fileState(path, runningOrder).presentation.current()?.seq).toBe(3)
  }, 15_000)

  test('is written a last time when the relay ends', async () => {
    await mkdir(path)
    const relayState = fileState(path, runningOrder)
    await set(relayState, presentation)
    await rm(path, { recursive: true })
    await relayState.close()
    expect(fileState(path, runningOrder).presentation.current()).toEqual(presentation)
  })
})
