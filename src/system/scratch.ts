import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

const signals = ['SIGINT', 'SIGTERM'] as const

/** What is to be gone at the end, of all work that goes on. */
const claimed = new Set<string>()

function sweep(paths: Iterable<string>): void {
  for (const path of paths) {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    claimed.delete(path)
  }
}

function stop(signal: NodeJS.Signals): void {
  // Playwright ends its browser when the process exits: what that wrote is swept after it.
  process.once('exit', () => sweep([...claimed]))
  process.exit(128 + constants.signals[signal])
}

/**
 * Does work that puts files where they must not stay, and removes them however it ends: done, failed
 * or stopped with Ctrl+C. The work names each path before anything is written there.
 */
export async function tidily<Result>(
  work: (claim: (path: string) => void) => Promise<Result>,
): Promise<Result> {
  const own: string[] = []
  const claim = (path: string) => {
    own.push(path)
    claimed.add(path)
  }
  // The work that another one is part of has its listeners too: the first of them ends both.
  const end = (signal: NodeJS.Signals) => stop(signal)
  for (const signal of signals) process.once(signal, end)
  try {
    return await work(claim)
  } finally {
    for (const signal of signals) process.off(signal, end)
    sweep(own)
  }
}

// Where programs put what they need for a while, by what each system calls it.
const places = ['TMPDIR', 'TEMP', 'TMP'] as const

/**
 * The same, with a folder at hand for what is needed meanwhile: that of the browser too, whose own
 * folders outlive it where it is killed.
 */
export const withScratch = <Result>(
  work: (folder: string, claim: (path: string) => void) => Promise<Result>,
): Promise<Result> =>
  tidily(async (claim) => {
    const folder = mkdtempSync(join(tmpdir(), 'bao-cao-vien-'))
    claim(folder)
    const before = places.map((name) => process.env[name])
    for (const name of places) process.env[name] = folder
    try {
      return await work(folder, claim)
    } finally {
      for (const [at, name] of places.entries()) {
        if (before[at] === undefined) delete process.env[name]
        else process.env[name] = before[at]
      }
    }
  })
