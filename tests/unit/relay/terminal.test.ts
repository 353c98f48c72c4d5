import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import {
  ask,
  kill,
  newPlace,
  pairWith,
  post,
  type RelayProcess,
  startRelay,
  writeProgram,
} from './process.ts'

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

const shown = { slide: 'one', step: 1, screen: 'slide' }

test('a relay without a terminal survives SIGHUP, and so does every pairing', async () => {
  relay = await startRelay(place.folder)
  const token = await pairWith(relay)
  relay.child.kill('SIGHUP')
  expect((await post(relay, '/live', shown, { token })).status).toBe(200)
  relay.child.kill('SIGHUP')
  expect(JSON.parse((await ask(relay, '/live/state')).body)).toMatchObject(shown)
})

test('a relay whose npm was killed ends too', async () => {
  const npm = `require('node:child_process').spawn(process.execPath, [process.argv[1]], { stdio: 'inherit' })
setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', npm, await writeProgram(place)], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  const [text] = await once(child.stdout.setEncoding('utf8'), 'data')
  onTestFinished(() => {
    try {
      process.kill(Number(text), 'SIGKILL')
    } catch {
      // It has ended, as expected.
    }
  })
  child.kill('SIGKILL')
  // The relay has inherited stdout, which closes when the last process that holds it ends.
  await once(child, 'close')
}, 20_000)

test('a server that is stopped ends, even if a library still has timers', async () => {
  const terminal = JSON.stringify(join(import.meta.dirname, '../../../src/cli/terminal.ts'))
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { runnerImport } from ${JSON.stringify(import.meta.resolve('vite'))}
const { module } = await runnerImport(${terminal}, { configFile: false })
module.endWith(() => undefined)
setInterval(() => undefined, 1000)
console.log('ready')`,
  ])
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
}, 20_000)

test.skipIf(process.platform === 'win32')(
  'a relay whose disk does not answer ends when it is told to',
  async () => {
    // Opening it for writing takes until somebody opens it for reading.
    execFileSync('mkfifo', [join(place.place, 'live.json.keys.part')])
    relay = await startRelay(place.folder)
    relay.child.kill('SIGTERM')
    expect(await once(relay.child, 'exit')).toEqual([null, 'SIGTERM'])
  },
  20_000,
)

test.skipIf(process.platform === 'win32')(
  'a command whose terminal is closed leaves nothing behind',
  async () => {
    const source = join(import.meta.dirname, '../../../src')
    const both = join(place.folder, 'both.ts')
    const modules = ['cli/terminal.ts', 'system/scratch.ts'].map((name) => join(source, name))
    await writeFile(both, modules.map((one) => `export * from ${JSON.stringify(one)}\n`).join(''))
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { syncBuiltinESMExports } from 'node:module'
import tty from 'node:tty'
import { runnerImport } from ${JSON.stringify(import.meta.resolve('vite'))}
tty.isatty = () => true
syncBuiltinESMExports()
const { module } = await runnerImport(${JSON.stringify(both)}, { configFile: false })
module.mindTerminal()
setInterval(() => undefined, 1000)
await module.withScratch((folder) => {
  console.log(folder)
  return new Promise(() => undefined)
})`,
    ])
    const [folder] = await once(child.stdout.setEncoding('utf8'), 'data')
    expect(existsSync(folder.trim())).toBe(true)
    child.kill('SIGHUP')
    expect(await once(child, 'exit')).toEqual([129, null])
    expect(existsSync(folder.trim())).toBe(false)
  },
  20_000,
)
