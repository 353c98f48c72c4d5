import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DeckError } from '../model/error.ts'
import { asRecord } from '../model/record.ts'
import { isAlive } from '../system/is-alive.ts'

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
 * Locks a state file for this process until it ends, because two relays that write the same file
 * would lose each other's changes. A lock whose process has ended is taken over. Returns a function
 * that unlocks. Throws a `DeckError` if another process holds the lock.
 */
export function holdPlace(path: string): () => void {
  const lock = `${path}.lock`
  const own = `${process.pid} ${birthOf('self')}`
  const release = () => {
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
      // On a full disk the relay runs without a lock, as it runs without saving its state.
      if (asRecord(cause).code !== 'EEXIST') break
      const holder = holderOf(lock)
      if (holder !== undefined) {
        throw new DeckError(
          `Máy chủ khác đang dùng “${path}” (tiến trình ${holder}).`,
          `Dừng máy chủ ấy, hoặc chọn tệp khác: --state TỆP. Nếu không có máy chủ nào đang chạy, xoá “${lock}”.`,
        )
      }
      rmSync(lock, { force: true })
    }
  }
  return () => undefined
}
