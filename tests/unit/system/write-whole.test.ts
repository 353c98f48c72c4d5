import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeAll } from '../../../src/system/write-whole.ts'

test('of files that belong together none is written if one cannot be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'whole-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [one, two] = ['one.pdf', 'two.pdf'].map((name) => join(folder, name)) as [string, string]
  await writeFile(one, 'old')
  // What its part would be called is taken by a folder.
  await mkdir(`${two}.${process.pid}.part`)
  await expect(writeAll({ [one]: 'new', [two]: 'new' })).rejects.toThrow()
  expect(await readFile(one, 'utf8')).toBe('old')
  await writeAll({ [one]: 'new', [two]: 'new' })
  expect(await readFile(one, 'utf8')).toBe('new')
  expect((await readdir(folder)).sort()).toEqual(['one.pdf', 'two.pdf'])
})
