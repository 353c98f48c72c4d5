import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeckError } from '../model/error.ts'
import { leave } from './leave.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

/** The paths to remove when the process is stopped, of all work in progress. */
const claimed = new Set<string>()

function sweep(paths: Iterable<string>): void {
  for (const path of paths) {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    claimed.delete(path)
  }
}

/**
 * Ends the process as a signal does, and removes what all work in progress has claimed. The same signal
 * once more ends it at once, in case that takes long.
 */
export function stopWork(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal)
  // A browser is killed when the process exits, so this must remove files after that.
  process.once('exit', () => sweep([...claimed]))
  leave(128 + constants.signals[signal], signal)
}

/**
 * Runs `work` and then removes the paths that it claimed, whether it succeeds, fails or is stopped
 * with Ctrl+C. `work` must claim a path before it writes there.
 */
export async function tidily<Result>(
  work: (claim: (path: string) => void) => Promise<Result>,
): Promise<Result> {
  const own: string[] = []
  const claim = (path: string) => {
    own.push(path)
    claimed.add(path)
  }
  // Nested work registers its own listeners; the first one to run ends the process for all.
  const end = (signal: NodeJS.Signals) => stopWork(signal)
  for (const signal of signals) process.once(signal, end)
  try {
    return await work(claim)
  } finally {
    for (const signal of signals) process.off(signal, end)
    sweep(own)
  }
}

// The environment variables that name the folder for temporary files, on each system.
const places = ['TMPDIR', 'TEMP', 'TMP'] as const

/** The folders of all work in progress, the newest last. */
const open: string[] = []

/** The values of the variables before the first of this work began, and the temporary folder then. */
let before: readonly (string | undefined)[] = []
let outside = ''

/** Sets the variables to the newest folder of work in progress, or to their values before. */
function name(): void {
  for (const [at, place] of places.entries()) {
    const value = open.at(-1) ?? before[at]
    if (value === undefined) delete process.env[place]
    else process.env[place] = value
  }
}

/** Makes a folder in the temporary folder. Throws a `DeckError` where none can be made. */
function newFolder(): string {
  try {
    return mkdtempSync(join(outside, 'bao-cao-vien-'))
  } catch (cause) {
    throw new DeckError(
      `Không tạo được thư mục tạm trong “${outside}”.`,
      'Đặt TMPDIR (trên Windows: TEMP) là thư mục ghi được, rồi chạy lại lệnh.',
      { cause },
    )
  }
}

/**
 * Like `tidily`, with a temporary folder, which is TMPDIR meanwhile. The browser uses it as well:
 * its own folders would stay behind if it were killed. Work that goes on at the same time has a folder
 * beside it, not within, because either may end first.
 */
export const withScratch = <Result>(
  work: (folder: string, claim: (path: string) => void) => Promise<Result>,
): Promise<Result> =>
  tidily(async (claim) => {
    if (open.length === 0) {
      before = places.map((place) => process.env[place])
      outside = tmpdir()
    }
    const folder = newFolder()
    claim(folder)
    open.push(folder)
    name()
    try {
      return await work(folder, claim)
    } finally {
      open.splice(open.indexOf(folder), 1)
      name()
    }
  })
