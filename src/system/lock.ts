import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { asRecord } from '../model/record.ts'
import { isAlive } from './is-alive.ts'

/**
 * A process's start time, where /proc has it: after a power cut its id may belong to another one.
 */
function birthOf(process: number | string): string {
  try {
    // After the process's name, which may contain anything.
    return readFileSync(`/proc/${process}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The id of the running process that holds a lock; undefined if it has ended. */
function holderOf(lock: string): number | undefined {
  try {
    const [pid, birth] = readFileSync(lock, 'utf8').split(' ')
    const holder = Number(pid)
    if (!Number.isSafeInteger(holder) || holder <= 0 || !isAlive(holder)) return undefined
    return birthOf(holder) === birth ? holder : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes a lock, a file at this path, for this process until it ends; one whose process has ended is
 * taken over. Returns a function that gives it back, or the id of the process that holds it. Where
 * nothing can be written, such as on a full disk, work goes on without a lock.
 */
export function takeLock(lock: string): (() => void) | number {
  const own = `${process.pid} ${birthOf('self')}`
  const release = () => {
    process.off('exit', release)
    try {
      if (readFileSync(lock, 'utf8') === own) rmSync(lock)
    } catch {
      // The lock was removed already.
    }
  }
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(lock, own, { flag: 'wx', mode: 0o600 })
      process.once('exit', release)
      return release
    } catch (cause) {
      if (asRecord(cause).code !== 'EEXIST') break
      const holder = holderOf(lock)
      if (holder !== undefined) return holder
      rmSync(lock, { force: true })
    }
  }
  return () => undefined
}

/** How often to look whether a lock is free, in milliseconds. */
const pace = 200

/**
 * Acts while this process holds a lock, a file whose folder is made if it is missing. Waits while
 * another one holds it, and calls `onWait` once with the id of that one.
 */
export async function withLock<Result>(
  lock: string,
  onWait: (holder: number) => void,
  act: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(lock), { recursive: true })
  for (let waited = 0; ; waited += pace) {
    const taken = takeLock(lock)
    if (typeof taken !== 'number') return act().finally(taken)
    if (waited === 0) onWait(taken)
    await setTimeout(pace)
  }
}
