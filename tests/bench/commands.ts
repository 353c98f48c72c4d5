import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserProgram, findBrowser, thisMachine } from '../../src/cli/browser.ts'
import { DeckError } from '../../src/model/error.ts'
import type { Contender } from './decks.ts'
import type { Results } from './results.ts'
import { type Command, run, scratch } from './scratch.ts'

/** A whole browser for all who print alike; nothing where only a headless shell is installed. */
export async function fullBrowser(): Promise<BrowserProgram | undefined> {
  try {
    return await findBrowser({
      ...thisMachine,
      exists: (path) => !/headless-shell/.test(path) && thisMachine.exists(path),
      packed: async () => undefined,
    })
  } catch (error) {
    if (error instanceof DeckError) return undefined
    throw error
  }
}

/** Runs a command that prints and returns how long it took, and how large the file is. */
async function print(make: (path: string) => Command): Promise<{ time: number; size: number }> {
  const path = join(scratch, 'print.pdf')
  await rm(path, { force: true })
  const time = await run(make(path))
  return { time, size: (await stat(path)).size / 1000 }
}

/** Times one round of a deck's PDF commands, with the browsers there are. */
export async function timePdf(
  results: Results,
  size: number,
  { name, print: slides, printAll }: Contender,
  { own, full }: { readonly own: BrowserProgram; readonly full: BrowserProgram | undefined },
): Promise<void> {
  if (!slides) return
  if (full) {
    const { time, size: bytes } = await print((path) => slides(path, full))
    results.add(size, 'pdf full', name, time)
    if (name !== 'ours') results.add(size, 'pdf size', name, bytes)
  }
  // Rivals bring no browser of their own: for them the whole one is what comes.
  if (name !== 'ours') return
  const { time, size: bytes } = await print((path) => slides(path, own))
  results.add(size, 'pdf own', name, time)
  results.add(size, 'pdf size', name, bytes)
  if (printAll) {
    const all = await print((path) => printAll(path, own))
    results.add(size, 'pdf three', name, all.time)
  }
}
