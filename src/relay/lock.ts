import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DeckError } from '../model/error.ts'
import { asRecord } from '../model/record.ts'
import { isAlive } from '../system/is-alive.ts'

/** When a process began, where the system tells: after a power cut its number may be another's. */
function birthOf(process: number | string): string {
  try {
    // Behind the name, which may contain anything.
    return readFileSync(`/proc/${process}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The process that holds a place; none where it is gone. */
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
 * Takes a state file for this process until it ends: two relays that write the same one lose what
 * the other wrote. Whoever holds it and is gone held it for nobody. Returns what gives it back.
 */
export function holdPlace(path: string): () => void {
  const lock = `${path}.lock`
  const own = `${process.pid} ${birthOf('self')}`
  const release = () => {
    try {
      if (readFileSync(lock, 'utf8') === own) rmSync(lock)
    } catch {
      // Somebody took it away already.
    }
  }
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(lock, own, { flag: 'wx', mode: 0o600 })
      process.once('exit', release)
      return release
    } catch (cause) {
      // On a full disk a relay goes on without, as it does with its state.
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
