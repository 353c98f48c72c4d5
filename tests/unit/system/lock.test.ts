import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../../src/system/lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rm(folder, { recursive: true }))

test('of two that work on one place, one waits and says for whom', async () => {
  const lock = join(folder, 'new', '.lock')
  const done: string[] = []
  let end = () => {}
  const first = withLock(
    lock,
    () => done.push('waits'),
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }).then(() => void done.push('first')),
  )
  const second = withLock(
    lock,
    (holder) => {
      done.push(`second waits for ${holder}`)
      end()
    },
    async () => {
      done.push('second')
    },
  )
  await Promise.all([first, second])
  expect(done).toEqual([`second waits for ${process.pid}`, 'first', 'second'])
  expect(existsSync(lock)).toBe(false)
})

test('work that fails lets the next one in', async () => {
  const lock = join(folder, '.lock')
  const never = () => expect.unreachable()
  await expect(withLock(lock, never, () => Promise.reject(new Error('full')))).rejects.toThrow()
  expect(await withLock(lock, never, async () => 'done')).toBe('done')
})
