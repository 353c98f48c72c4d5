import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { withScratch } from '../../../src/system/scratch.ts'

test('work that overlaps has folders of its own, and leaves the temporary folder as it was', async () => {
  const before = tmpdir()
  const ends: (() => void)[] = []
  const folders: string[] = []
  const works = [0, 1].map(() =>
    withScratch((folder) => {
      folders.push(folder)
      expect(tmpdir()).toBe(folder)
      return new Promise<void>((resolve) => ends.push(resolve))
    }),
  )
  const [first = '', second = ''] = folders
  expect(first).not.toBe(second)
  expect(folders.map(dirname)).toEqual([before, before])
  ends[0]?.()
  await works[0]
  // The first to begin is the first to end: the other goes on in its own.
  expect([first, second].map(existsSync)).toEqual([false, true])
  expect(tmpdir()).toBe(second)
  ends[1]?.()
  await works[1]
  expect(existsSync(second)).toBe(false)
  expect(tmpdir()).toBe(before)
})

test('a temporary folder that is not there is named, with what to set', async () => {
  vi.stubEnv('TMPDIR', '/nowhere')
  vi.stubEnv('TEMP', '/nowhere')
  await expect(withScratch(async () => undefined)).rejects.toMatchObject({
    message: expect.stringContaining('nowhere'),
    hint: expect.stringContaining('TMPDIR'),
  })
  vi.unstubAllEnvs()
})

test.skipIf(process.platform === 'win32')(
  'Ctrl+C ends work that waits for a disk that does not answer, and removes its folder',
  async () => {
    const place = await mkdtemp(join(tmpdir(), 'hangs-'))
    const pipe = join(place, 'pipe')
    // Opening a pipe that nobody writes to waits as such a disk does.
    execFileSync('mkfifo', [pipe])
    const scratch = join(import.meta.dirname, '../../../src/system/scratch.ts')
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { readFile } from 'node:fs/promises'
import { runnerImport } from ${JSON.stringify(import.meta.resolve('vite'))}
const { module } = await runnerImport(${JSON.stringify(scratch)}, { configFile: false })
await module.withScratch((folder) => {
  const reading = readFile(${JSON.stringify(pipe)})
  console.log(folder)
  return reading
})`,
    ])
    const [folder] = await once(child.stdout.setEncoding('utf8'), 'data')
    expect(existsSync(folder.trim())).toBe(true)
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([null, 'SIGINT'])
    expect(existsSync(folder.trim())).toBe(false)
    await rm(place, { recursive: true })
  },
)
