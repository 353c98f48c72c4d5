import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserProgram, findBrowser, thisMachine } from '../../src/cli/pdf/find-browser.ts'
import { DeckError } from '../../src/model/error.ts'
import type { Contender } from './decks.ts'
import { labels, type Results } from './results.ts'
import { type Command, run, scratch } from './scratch.ts'

/**
 * The browsers that print: the one this deck finds by itself, and one that all decks print with.
 */
export interface Programs {
  readonly own: BrowserProgram
  readonly shared: BrowserProgram
}

/** Finds the two. The shared one is a whole browser, or this deck's own if none is installed. */
export async function findPrograms(): Promise<Programs> {
  const own = await findBrowser(thisMachine)
  const whole = {
    ...thisMachine,
    exists: (path: string) => !/headless-shell/.test(path) && thisMachine.exists(path),
    packed: async () => own,
  }
  // A headless shell does not count, even if CHROME_PATH names it.
  const shared = await findBrowser(whole).catch(() => own)
  return { own, shared }
}

/** Runs a command that prints; returns how long it took in s, and the file's size in kB. */
async function print(make: (path: string) => Command): Promise<{ time: number; size: number }> {
  const path = join(scratch, 'print.pdf')
  await rm(path, { force: true })
  const time = await run(make(path))
  return { time, size: (await stat(path)).size / 1000 }
}

/** Times one round of a deck's PDF commands; a rival that fails is reported and left out. */
export async function timePdf(
  results: Results,
  size: number,
  { name, print: slides, printAll }: Contender,
  { own, shared }: Programs,
): Promise<void> {
  if (!slides) return
  // Rivals bring no browser of their own, so they print with the shared one only.
  if (name !== 'ours' && name !== 'before') {
    try {
      const { time, size: bytes } = await print((path) => slides(path, shared))
      results.add(size, 'pdf shared', name, time)
      results.add(size, 'pdf size', name, bytes)
    } catch (error) {
      if (!(error instanceof DeckError)) throw error
      console.error(`${labels[name]} không in được. ${error.message}\n${error.hint}`)
    }
    return
  }
  results.add(size, 'pdf shared', name, (await print((path) => slides(path, shared))).time)
  const { time, size: bytes } = await print((path) => slides(path, own))
  results.add(size, 'pdf own', name, time)
  results.add(size, 'pdf size', name, bytes)
  if (printAll) {
    const all = await print((path) => printAll(path, shared))
    results.add(size, 'pdf all', name, all.time)
  }
}

/** Starts a deck that is built already; returns how long it takes until the page arrives, in s. */
export async function timeStart({ args, cwd }: Command): Promise<number> {
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
  } finally {
    child.kill('SIGINT')
    await once(child, 'close')
  }
  throw new DeckError(`Lệnh “${args.join(' ')}” không mở trang nào.`, 'Chạy riêng lệnh ấy để xem.')
}
