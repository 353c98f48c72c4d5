import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newPlace, writeProgram } from '../unit/relay/process.ts'

// In Python: Node cannot make a terminal.
/** Runs a program in a terminal of its own, closes the terminal, and says how the program ended. */
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

test('a relay whose terminal is closed ends as if it was told to, and what it knows is kept', async () => {
  const place = await newPlace()
  await mkdir(place.folder)
  const state = join(place.place, 'live.json')
  const presentation = { epoch: 1, seq: 4, lease: 1, slide: 'one', step: 1, screen: 'slide' }
  await writeFile(state, JSON.stringify(presentation))
  const program = await writeProgram(place)
  const child = spawn('python3', ['-c', inTerminal, process.execPath, program])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  await once(child, 'close')
  expect(output).toBe('exit 0\n')
  expect(JSON.parse(await readFile(state, 'utf8'))).toEqual(presentation)
  expect(existsSync(`${state}.part`)).toBe(false)
  await place.remove()
})
