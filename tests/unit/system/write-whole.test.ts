import { spawnSync } from 'node:child_process'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { roomFor, writeAll } from '../../../src/system/write-whole.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-'))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

test('of files that belong together none is written if one cannot be', async () => {
  await writeFile(at('one.pdf'), 'old')
  await mkdir(at('two.pdf'))
  const files = { [at('one.pdf')]: 'new', [at('two.pdf')]: 'new' }
  await expect(writeAll(files)).rejects.toThrow('đó không phải là tệp')
  expect(await readFile(at('one.pdf'), 'utf8')).toBe('old')
  await rm(at('two.pdf'), { recursive: true })
  await writeAll(files)
  expect(await readFile(at('one.pdf'), 'utf8')).toBe('new')
  expect((await readdir(folder)).sort()).toEqual(['one.pdf', 'two.pdf'])
})

test('a file is written where a link leads, even if nothing is there yet', async () => {
  await mkdir(at('shared'))
  await writeFile(at('shared/a.pdf'), 'old')
  await symlink(at('shared/a.pdf'), at('a.pdf'))
  await symlink('shared/b.pdf', at('b.pdf'))
  await writeAll({ [at('a.pdf')]: 'new', [at('b.pdf')]: 'new' })
  for (const name of ['a.pdf', 'b.pdf']) {
    expect((await lstat(at(name))).isSymbolicLink()).toBe(true)
    expect(await readFile(at(`shared/${name}`), 'utf8')).toBe('new')
  }
  await symlink(at('c.pdf'), at('c.pdf'))
  await expect(writeAll({ [at('c.pdf')]: 'new' })).rejects.toThrow('ELOOP')
})

test('what a command that was killed has left is removed, of one that runs nothing', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const [dead, running] = [`.${pid}-1.part`, `.${process.ppid}-1.part`]
  for (const name of [dead, running]) await writeFile(at(name), '')
  await writeAll({ [at('a.pdf')]: 'new' })
  expect((await readdir(folder)).sort()).toEqual([running, 'a.pdf'])
})

test('a device is not replaced', async () => {
  await symlink(devNull, at('device'))
  await expect(roomFor([at('device')], () => undefined)).rejects.toThrow('không phải là tệp')
  expect((await stat(devNull)).isFile()).toBe(false)
})

test('a name may be as long as the system allows', async () => {
  const name = `${'x'.repeat(251)}.pdf`
  await writeAll({ [at(name)]: 'new' })
  expect(await readdir(folder)).toEqual([name])
  await expect(writeAll({ [at(`x${name}`)]: 'new' })).rejects.toThrow('ENAMETOOLONG')
})

test('a file that may only be read stays as it is', async () => {
  await writeFile(at('kept.pdf'), 'old', { mode: 0o444 })
  const isRoot = process.getuid?.() === 0
  // The superuser may write everything, so this is tried as a user without rights.
  if (isRoot) {
    await chmod(folder, 0o777)
    process.seteuid?.('nobody')
  }
  try {
    await expect(writeAll({ [at('kept.pdf')]: 'new' })).rejects.toThrow(/EACCES|EPERM/)
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
  expect(await readFile(at('kept.pdf'), 'utf8')).toBe('old')
})
