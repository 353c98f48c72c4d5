import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { journalAt, linesIn } from '../../../../src/relay/state/journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-'))
const path = join(folder, 'live.json')
beforeEach(() => rm(path, { recursive: true, force: true }))
afterAll(() => rm(folder, { recursive: true }))

const texts = () => linesIn(path).filter(Boolean)

describe('a journal', () => {
  test('has each text on the disk once it is put, the newest first', async () => {
    const journal = journalAt(path)
    for (const text of ['one', 'hai', 'ba']) {
      await journal.put(text)
      expect(texts()[0]).toBe(text)
    }
    expect(texts()).toEqual(['ba', 'hai', 'one'])
    await Promise.all([journal.close(), journal.close()])
    await journal.close()
    expect(await readdir(folder)).toEqual(['live.json'])
  })

  test('does not grow beyond its room and one text', async () => {
    const journal = journalAt(path, 100)
    for (let at = 0; at < 100; at++) {
      await journal.put(`number ${at}`)
      expect((await stat(path)).size).toBeLessThan(120)
    }
    expect(texts()[0]).toBe('number 99')
    await journal.close()
  })

  test('with no room holds the last text alone, which no other user of the machine can read', async () => {
    const journal = journalAt(path, 0)
    for (const text of ['one', 'two']) await journal.put(text)
    expect(await readFile(path, 'utf8')).toBe('two\n')
    expect((await stat(path)).mode & 0o77).toBe(0)
    await journal.close()
  })

  test('begins a file of its own, whatever is in the one before', async () => {
    await writeFile(path, '{"cut off')
    const journal = journalAt(path)
    await journal.put('whole')
    expect(await readFile(path, 'utf8')).toBe('whole\n')
    await journal.close()
  })

  test('is back after a while if its file was deleted', async () => {
    const journal = journalAt(path)
    await journal.put('one')
    await rm(path)
    const now = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(now + 60_000)
    await journal.put('two')
    vi.restoreAllMocks()
    expect(texts()).toEqual(['two'])
    await journal.close()
  })

  test('is written as a whole after a text that was refused', async () => {
    const journal = journalAt(path, 10)
    await journal.put('one two three')
    // A folder in the way refuses the next file.
    await rm(path)
    await mkdir(join(path, 'in the way'), { recursive: true })
    await expect(journal.put('four')).rejects.toThrow()
    await rm(path, { recursive: true })
    await journal.put('five')
    expect(texts()).toEqual(['five'])
    await journal.close()
  })
})
