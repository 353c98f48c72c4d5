import { DeckError } from '../model/error.ts'
import { takeLock } from '../system/lock.ts'

/**
 * Locks a state file for this process until it ends, because two relays that write the same file
 * would lose each other's changes. Returns a function that unlocks. Throws a `DeckError` if another
 * process holds the lock.
 */
export function holdPlace(path: string): () => void {
  const lock = `${path}.lock`
  const taken = takeLock(lock)
  if (typeof taken !== 'number') return taken
  throw new DeckError(
    `Máy chủ khác đang dùng “${path}” (tiến trình ${taken}).`,
    `Dừng máy chủ ấy, hoặc chọn tệp khác: --state TỆP. Nếu không có máy chủ nào đang chạy, xoá “${lock}”.`,
  )
}
