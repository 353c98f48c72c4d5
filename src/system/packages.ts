import { createRequire } from 'node:module'
import { DeckError } from '../model/error.ts'
import { asRecord } from '../model/record.ts'

const require = createRequire(import.meta.url)

/**
 * Requires a package only when a command needs it: presenting works without the package and does
 * not wait for it to load. `import()` cannot be used, because Vite's module runner, which loaded
 * this file, is closed by then. Throws a `DeckError` if the package is not installed.
 */
export function lazyRequire<Module>(name: string): Module {
  try {
    return require(name)
  } catch (cause) {
    if (asRecord(cause).code !== 'MODULE_NOT_FOUND') throw cause
    throw new DeckError(
      `Lệnh này cần gói ${name}, mà gói ấy chưa cài.`,
      'Chạy npm ci, không có --omit=dev, rồi chạy lại lệnh.',
    )
  }
}
