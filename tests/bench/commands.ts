import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserProgram, findBrowser, thisMachine } from '../../src/cli/pdf/find-browser.ts'
import { DeckError } from '../../src/model/error.ts'
import type { Contender } from './decks.ts'
import { labels, type Results } from './results.ts'
import { type Command, run, scratch } from './scratch.ts'

/** What prints: the browser that this deck finds by itself, and one for all who print alike. */
export interface Programs {
  readonly own: BrowserProgram
  readonly shared: BrowserProgram
}

/** Finds them: a whole browser for all, or, where none is installed, this deck's own. */
export async function findPrograms(): Promise<Programs> {
  const own = await findBrowser(thisMachine)
  const whole = {
    ...thisMachine,
    exists: (path: string) => !/headless-shell/.test(path) && thisMachine.exists(path),
    packed: async () => own,
  }
  // Named or not: a headless shell is none.
  const shared = await findBrowser(whole).catch(() => own)
  return { own, shared }
}

/** Runs a command that prints and returns how long it took, and how large the file is. */
async function print(make: (path: string) => Command): Promise<{ time: number; size: number }> {
  const path = join(scratch, 'print.pdf')
  await rm(path, { force: true })
  const time = await run(make(path))
  return { time, size: (await stat(path)).size / 1000 }
}

/** Times one round of a deck's PDF commands; a rival that fails is told of and left out. */
export async function timePdf(
  results: Results,
  size: number,
  { name, print: slides, printAll }: Contender,
  { own, shared }: Programs,
): Promise<void> {
  if (!slides) return
  // Rivals bring no browser of their own: for them the shared one is what comes.
  if (name !== 'ours') {
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
    const all = await print((path) => printAll(path, own))
    results.add(size, 'pdf three', name, all.time)
  }
}
