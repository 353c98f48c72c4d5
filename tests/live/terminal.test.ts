import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { ask, kill, newPlace, pairWith, post, type RelayProcess, startRelay } from './process.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let relay: RelayProcess | undefined
beforeEach(async () => {
  place = await newPlace()
  await mkdir(place.folder)
})
afterEach(async () => {
  if (relay) await kill(relay)
  await place.remove()
})

const shown = { slide: 'one', step: 1, black: false }

test('a relay without a terminal outlives a hang-up, and every pairing with it', async () => {
  relay = await startRelay(place.folder)
  const token = await pairWith(relay)
  relay.child.kill('SIGHUP')
  expect((await post(relay, '/live', shown, { token })).status).toBe(200)
  relay.child.kill('SIGHUP')
  expect(JSON.parse((await ask(relay, '/live/state')).body)).toMatchObject(shown)
})

/** A program that is a relay and nothing else, as a command is. */
async function writeProgram(): Promise<string> {
  const program = join(place.place, 'run.mjs')
  const harness = JSON.stringify(join(import.meta.dirname, 'relay.ts'))
  await writeFile(
    program,
    `import { runnerImport } from ${JSON.stringify(import.meta.resolve('vite'))}
const { module } = await runnerImport(${harness}, { configFile: false })
await module.run(${JSON.stringify(place.folder)})
console.log(process.pid)`,
  )
  return program
}

test('a relay whose npm was killed does not stay behind', async () => {
  const npm = `require('node:child_process').spawn(process.execPath, [process.argv[1]], { stdio: 'inherit' })
setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', npm, await writeProgram()], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  const [text] = await once(child.stdout.setEncoding('utf8'), 'data')
  onTestFinished(() => {
    try {
      process.kill(Number(text), 'SIGKILL')
    } catch {
      // As it should be.
    }
  })
  child.kill('SIGKILL')
  // Which the relay has inherited: it closes with the last that holds it.
  await once(child, 'close')
}, 20_000)

/** Runs a relay in a terminal of its own, and says how it ended. */
const inTerminal = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
os.read(terminal, 100)
# What a terminal does that is closed.
os.close(terminal)
ended, status = os.waitpid(pid, 0)
print("signal %d" % os.WTERMSIG(status) if os.WIFSIGNALED(status) else "exit %d" % os.WEXITSTATUS(status))
`

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0

test.runIf(hasPython)(
  'a relay whose terminal is closed ends as if it was told to, and what it knows is kept',
  async () => {
    const state = join(place.place, 'live.json')
    const room = { epoch: 1, seq: 4, lease: 1, ...shown }
    await writeFile(state, JSON.stringify(room))
    const program = await writeProgram()
    const child = spawn('python3', ['-c', inTerminal, process.execPath, program])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    await once(child, 'close')
    expect(output).toBe('exit 0\n')
    expect(JSON.parse(await readFile(state, 'utf8'))).toEqual(room)
    expect(existsSync(`${state}.part`)).toBe(false)
  },
  30_000,
)
