import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNamed } from '../../../src/system/read-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

test('a file is read, through a link too', async () => {
  await writeFile(at('a.json'), '{}')
  await symlink('a.json', at('link'))
  expect(readNamed(at('link'), 2).toString()).toBe('{}')
})

test('what has no end or is far too large is not read at all', async () => {
  await writeFile(at('large'), '')
  await truncate(at('large'), 3e9)
  expect(() => readNamed(at('large'), 1e6)).toThrow('EFBIG')
  expect(() => readNamed(folder, 1e6)).toThrow('EISDIR')
  expect(() => readNamed(devNull, 1e6)).toThrow('EFTYPE')
})

test.skipIf(process.platform === 'win32')('nobody waits for a pipe', () => {
  execFileSync('mkfifo', [at('pipe')])
  expect(() => readNamed(at('pipe'), 1e6)).toThrow('EFTYPE')
})
