import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vite from 'vite/package.json'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { engines, scripts } from '../../../package.json'
import { exitCodes } from '../../../src/model/error.ts'

const root = join(import.meta.dirname, '../../..')

let place = ''
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'ready-'))
})
afterEach(() => rm(place, { recursive: true }))

/** Runs a command in a folder of this name, without installed packages. */
async function runIn(name: string, words: string) {
  const folder = join(place, name)
  for (const file of ['package.json', 'src/cli/run.js', 'src/cli/ready.js']) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await cp(join(root, file), join(folder, file))
  }
  const [program = '', ...args] = words.split(' ')
  expect(program).toBe('node')
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
}

const commands = ['start', 'build', 'pdf', 'pack', 'dev'] as const
const beginning = (command: (typeof commands)[number]) => scripts[command].split(' && ')[0] ?? ''

test.for(commands)('%s says in one sentence that nothing is installed', async (command) => {
  const { status, stderr } = await runIn('bộ trang', beginning(command))
  expect(stderr).toMatch(/^Lỗi: Chưa cài gói .*vite.*\.\nChạy npm ci trong “.*bộ trang.”/)
  expect(stderr.trim().split('\n')).toHaveLength(2)
  expect(status).toBe(exitCodes.environment)
})

test.for(['18.20.4', '20.18.3', '21.7.3', '22.11.0'])(
  'under Node %s it says in a sentence which to install',
  (version) => {
    const old = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(old)}`, 'src/cli/ready.js'],
      { cwd: root, encoding: 'utf8' },
    )
    expect(stderr).toMatch(/^Lỗi: Máy này có Node\.js .*\nCài Node\.js 20\.19, hoặc từ 22\.12/)
    expect(stderr).toContain(version)
    expect(status).toBe(exitCodes.environment)
  },
)

test('the versions that npm asks for are those of Vite', () => {
  expect(engines).toEqual(vite.engines)
})

test.for(['số #2', 'sao?'])(
  'a folder name “%s” that cannot work is reported, with what to do',
  async (name) => {
    const { status, stderr } = await runIn(name, beginning('start'))
    expect(stderr).toMatch(
      /^Lỗi: Đường dẫn “.*” có dấu [#?], không dựng trang ở đó được\.\nĐổi tên/,
    )
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(status).toBe(exitCodes.environment)
  },
)

test.skipIf(process.platform === 'win32')('a command in a folder that was removed says so', () => {
  const words = `cd "${place}/gone" && rmdir ../gone && "${process.execPath}" "${root}/src/cli/run.js" build`
  const { status, stderr } = spawnSync('sh', ['-c', `mkdir "${place}/gone" && ${words}`], {
    encoding: 'utf8',
  })
  expect(stderr).toMatch(/^Lỗi: Thư mục mà cửa sổ lệnh đang đứng không còn nữa\.\nChuyển sang/)
  expect(status).toBe(exitCodes.environment)
})

test.skipIf(process.platform === 'win32')(
  'a command without a terminal survives SIGHUP while its modules are still loading',
  () => {
    // Sent by the command itself, as soon as it minds the signal.
    const hangUp = `
      process.on('newListener', function send(name) {
        if (name !== 'SIGHUP') return
        process.off('newListener', send)
        process.nextTick(() => {
          process.kill(process.pid, 'SIGHUP')
          console.log('hung up')
        })
      })`
    const { status, signal, stdout } = spawnSync(
      process.execPath,
      [
        ...['--import', `data:text/javascript,${encodeURIComponent(hangUp)}`],
        ...['src/cli/run.js', 'start', '--help'],
      ],
      { cwd: root, encoding: 'utf8' },
    )
    expect([status, signal]).toEqual([0, null])
    expect(stdout).toMatch(/^hung up\nCách dùng: npm start/)
  },
)
