import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figures } from '../results.ts'
import { type Command, run, scratch } from '../scratch.ts'
import type { Contender } from './decks.ts'

/** Starts a deck that is built already; returns how long it takes until the page arrives, in s. */
async function timeStart({ args, cwd }: Command): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let said = ''
    for await (const text of child.stdout.setEncoding('utf8')) {
      said += text
      const [address] = /http:\S+/.exec(said) ?? []
      if (!address) continue
      await (await fetch(address)).text()
      return (performance.now() - start) / 1000
    }
    throw new Error(`“${args.join(' ')}” serves nothing.`)
  } finally {
    child.kill('SIGINT')
    await once(child, 'close')
  }
}

/** Times a build after a change, and the start of what is built, in s. */
export async function timeBuild({ change, build, start }: Contender): Promise<Figures> {
  await change?.()
  return { build: await run(build), ...(start && { start: await timeStart(start) }) }
}

/** Times a deck's PDF commands, in s; the file's size is in kB. */
export async function timePdf({ print, printAll }: Contender): Promise<Figures> {
  const path = join(scratch, 'print.pdf')
  await rm(path, { force: true })
  const pdf = await run(print(path))
  const { size } = await stat(path)
  return { pdf, 'pdf size': size / 1000, ...(printAll && { 'pdf all': await run(printAll(path)) }) }
}
