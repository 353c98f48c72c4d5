import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DeckError } from '../../src/model/error.ts'
import { wrong } from './bench.ts'

/** The root of the checkout. */
export const root = join(import.meta.dirname, '../..')

/** The folder where rivals are installed and decks are made. */
export const scratch = join(root, 'node_modules/.cache/bao-cao-vien/bench')

/** A program to be timed. */
export interface Command {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>> | undefined
}

/**
 * Runs a program, by default Node, and returns how long it took, in s; throws a `DeckError` if it fails.
 */
export async function run(
  { args, cwd, env }: Command,
  program = process.execPath,
): Promise<number> {
  const start = performance.now()
  const options = { cwd, env: { ...process.env, ...env }, timeout: 300_000, maxBuffer: 2 ** 26 }
  const running = promisify(execFile)(program, args, options)
  running.child.stdin?.end()
  await running.catch(({ message, stdout, stderr }) => {
    const hint = `${stdout}${stderr}`.trim().slice(-2000) || 'Chạy riêng lệnh ấy để xem vì sao.'
    throw new DeckError(`Một lệnh không chạy xong: ${message.split('\n')[0]}`, hint)
  })
  return (performance.now() - start) / 1000
}

/** The packages that only rivals need, with the versions that are measured. */
const packages = {
  '@marp-team/marp-cli': '4.5.1',
  '@fontsource/be-vietnam-pro': '5.3.0',
  'socket.io': '4.8.4',
} as const

/** The folder of a rival's package. */
export const folderOf = (name: keyof typeof packages): string => join(scratch, 'node_modules', name)

/** The name and version of the package in a folder. */
export function titleOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return `${name}@${version}`
}

/** Installs the rivals' packages, unless they are there. */
export async function install(): Promise<void> {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const folders = Object.keys(packages).map((name) => join(scratch, 'node_modules', name))
  if (folders.every(existsSync) && folders.map(titleOf).join() === wanted.join()) return
  console.log(`Cài ${wanted.join(', ')}…`)
  await mkdir(scratch, { recursive: true })
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const args = ['install', '--prefix', scratch, ...quiet, ...wanted]
  await run({ args, cwd: scratch }, 'npm').catch(({ hint }: DeckError) => {
    const instead = 'Không có kho gói thì vẫn so được với bản trước của bộ này: --against HEAD~1'
    throw new DeckError('Không cài được các bộ đem so.', `${hint}\n${instead}`)
  })
}

/**
 * Lays out the sources of a commit and returns their folder; throws a `DeckError` for one that this
 * checkout does not know. They run with this checkout's packages.
 */
export async function sourcesAt(revision: string): Promise<string> {
  const history = join(scratch, 'history')
  await rm(history, { recursive: true, force: true })
  await mkdir(history, { recursive: true })
  const tar = join(history, 'sources.tar')
  await run({ args: ['archive', '-o', tar, `${revision}^{commit}`], cwd: root }, 'git').catch(
    () => {
      throw wrong('against', revision, 'Viết tên một bản có trong kho git này, ví dụ HEAD~1.')
    },
  )
  await run({ args: ['-xf', tar, '-C', history], cwd: root }, 'tar')
  return history
}
