import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { holdPlace } from '../../../src/relay/lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const path = join(folder, 'live.json')
const lock = `${path}.lock`
beforeEach(() => rm(lock, { force: true }))
afterAll(() => rm(folder, { recursive: true }))

test('a state file belongs to one relay, and the next is told which', () => {
  const release = holdPlace(path)
  expect(() => holdPlace(path)).toThrow(
    `Máy chủ khác đang dùng “${path}” (tiến trình ${process.pid}).`,
  )
  release()
  expect(existsSync(lock)).toBe(false)
  holdPlace(path)()
})

test('the lock of a killed relay is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const birth = process.platform === 'linux' ? readFileSync(`/proc/${child.pid}/stat`, 'utf8') : ''
  writeFileSync(lock, `${child.pid} ${birth.split(') ').at(-1)?.split(' ')[19] ?? ''}`)
  expect(() => holdPlace(path)).toThrow(String(child.pid))
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  const release = holdPlace(path)
  expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  release()
})

test.for(['', 'nonsense', '0 ', '-1 5', '1e99 5'])(
  'a lock with the content “%s” is ignored',
  (text) => {
    writeFileSync(lock, text)
    holdPlace(path)()
  },
)

test.runIf(process.platform === 'linux')(
  'a lock is ignored if another process has its id by now',
  () => {
    writeFileSync(lock, `${process.pid} 1`)
    holdPlace(path)()
  },
)

test('a relay removes only its own lock', () => {
  const release = holdPlace(path)
  writeFileSync(lock, '1 1')
  release()
  expect(readFileSync(lock, 'utf8')).toBe('1 1')
})
