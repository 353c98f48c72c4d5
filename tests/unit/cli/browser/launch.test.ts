import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { launch } from '../../../../src/cli/browser/launch.ts'
import { shortOfRoom } from '../../../../src/cli/browser/room.ts'
import { refusalOf } from '../../../../src/cli/failure.ts'
import { DeckError } from '../../../../src/model/error.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launch-'))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => {
  vi.unstubAllEnvs()
})

test('a program that is no browser is named, with what it says', async () => {
  const error = await launch({ path: process.execPath }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(DeckError)
  const { message, cause } = error as DeckError
  expect(message).toBe(`Trình duyệt “${process.execPath}” không khởi động được.`)
  expect((cause as Error).message).toMatch(/bad option/)
})

test('what the system refuses is said in Vietnamese', async () => {
  const error = await launch({ path: folder }).catch((error: unknown) => error)
  expect(refusalOf((error as DeckError).cause)).toBe('không có quyền')
})

test('a temporary folder that is too small is named, because the browser says nothing of it', async () => {
  const cause = new Error('Trình duyệt đã tắt.')
  const folder = dirname(tmpdir())
  expect(await shortOfRoom(cause, async () => 1_048_576)).toMatchObject({
    message: `Thư mục tạm “${folder}” chỉ còn 1 MB, trình duyệt cần 64 MB.`,
    hint: expect.stringContaining('TMPDIR'),
    cause,
  })
  expect(await shortOfRoom(cause, async () => 1e9)).toBeUndefined()
  // Where the system does not tell, the browser is at fault as before.
  expect(await shortOfRoom(cause, () => Promise.reject(new Error('ENOSYS')))).toBeUndefined()
})

/** A program that breaks when it is started first, and then answers as a browser does. */
const breaksOnce = (mark: string) => `#!${process.execPath}
const { createReadStream, existsSync, writeFileSync, writeSync } = require('node:fs')
if (!existsSync('${mark}')) {
  writeFileSync('${mark}', '')
  process.exit(1)
}
createReadStream(null, { fd: 3 }).on('data', () => {
  writeSync(4, JSON.stringify({ id: 1, result: { browserContextId: String(process.pid) } }) + '\\0')
})
`

test.skipIf(process.platform === 'win32')(
  'one that breaks as it starts is started again, and ends when it is closed',
  async () => {
    const path = join(folder, 'browser.cjs')
    const mark = join(folder, 'has broken')
    const profiles = join(folder, 'profiles')
    await mkdir(profiles)
    vi.stubEnv('TMPDIR', profiles)
    await writeFile(path, breaksOnce(mark), { mode: 0o755 })
    const browser = await launch({ path })
    expect(existsSync(mark)).toBe(true)
    const id = Number(browser.context)
    expect(() => process.kill(id, 0)).not.toThrow()
    expect(await readdir(profiles)).toHaveLength(1)
    await browser.close()
    expect(() => process.kill(id, 0)).toThrow()
    expect(await readdir(profiles)).toEqual([])
  },
)
