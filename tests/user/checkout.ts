import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A command that a user has started, and what it has said so far. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams
  said: string
}

/** The repository as somebody has just cloned it, in a folder of theirs. */
export interface Checkout {
  readonly folder: string
  /** Links what `npm ci` installs; `omit` leaves out what is only for those who change the deck. */
  install(omit?: 'dev'): Promise<void>
  /** Starts a command of the README; `env` is what they have set themselves. */
  run(words: string, env?: Readonly<Record<string, string>>): Running
  remove(): Promise<void>
}

/** What the tests' own runner has set, which no user has. */
const ours = /^(NODE_ENV|NODE_OPTIONS|DECK|MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*|npm_.*)$/

/** Everything below a folder, relative to the root. */
const below = async (name: string): Promise<readonly string[]> =>
  (await readdir(join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

/** What is committed, or about to be; in a copy that was downloaded without git, all that is there. */
async function filesHere(): Promise<readonly string[]> {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout, status } = spawnSync('git', listed, { cwd: root, encoding: 'utf8' })
  const files = status === 0 ? stdout.split('\0').filter(Boolean) : []
  if (files.length > 0) return files
  const entries = (await readdir(root, { withFileTypes: true })).filter(
    ({ name }) => !/^(\.git|node_modules|dist.*)$/.test(name),
  )
  const inside = entries.map((entry) => (entry.isDirectory() ? below(entry.name) : [entry.name]))
  return (await Promise.all(inside)).flat()
}

/** Copies what is committed, or about to be, below a name that users have and programs trip over. */
export async function checkout(): Promise<Checkout> {
  const place = await mkdtemp(join(tmpdir(), 'user-'))
  const folder = join(place, "Bộ trang 100% [mới] $& 'a' (1)")
  const files = await filesHere()
  for (const inside of new Set(files.map(dirname))) {
    await mkdir(join(folder, inside), { recursive: true })
  }
  await Promise.all(files.map((file) => copyFile(join(root, file), join(folder, file))))
  return {
    folder,
    install: (omit) => link(folder, omit),
    run: (words, env = {}) => run(folder, words, env),
    remove: () => rm(place, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function link(folder: string, omit?: 'dev'): Promise<void> {
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
  const packages: Readonly<Record<string, { dev?: boolean }>> = JSON.parse(lock).packages
  const installed = (name: string) => {
    const { [`node_modules/${name}`]: entry } = packages
    return entry && !(omit === 'dev' && entry.dev)
  }
  const modules = join(root, 'node_modules')
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'))
  const scoped = names.filter((name) => name.startsWith('@'))
  const inScopes = await Promise.all(
    scoped.map(async (scope) =>
      (await readdir(join(modules, scope))).map((name) => `${scope}/${name}`),
    ),
  )
  // The browser and the fonts are unpacked and cut once on this machine.
  for (const name of ['.cache', ...[...names, ...inScopes.flat()].filter(installed)]) {
    const target = join(folder, 'node_modules', name)
    await mkdir(dirname(target), { recursive: true })
    await symlink(join(modules, name), target, 'junction').catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

function run(folder: string, words: string, own: Readonly<Record<string, string>>): Running {
  const [program = '', ...args] = words.split(' ')
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
  // A group of its own, as a terminal makes one: Ctrl+C is for all that is in it.
  const child = spawn(program, args, { cwd: folder, env: { ...env, ...own }, detached: true })
  const running: Running = { child, said: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      running.said += text
    })
  }
  return running
}

/** Waits until a command has said something, and returns the match. */
export async function says(running: Running, words: RegExp): Promise<RegExpExecArray> {
  await expect
    .poll(() => words.test(running.said) || running.child.exitCode !== null, { timeout: 60_000 })
    .toBe(true)
  const found = words.exec(running.said)
  if (!found) throw new Error(running.said)
  return found
}

/** Waits until a command is done, and returns its exit code. */
export async function done({ child }: Running): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Presses Ctrl+C in the window of a command, and waits until it is gone. */
export async function interrupt(running: Running): Promise<void> {
  const { child } = running
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  process.kill(-child.pid, 'SIGINT')
  await done(running)
}

/** Where a started deck is open. */
export const addressOf = async (running: Running): Promise<string> =>
  (await says(running, /^ {2}(http:\S+)$/m))[1] ?? ''

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
