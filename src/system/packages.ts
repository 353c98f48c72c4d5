import { createRequire } from 'node:module'
import { DeckError } from '../model/error.ts'

const require = createRequire(import.meta.url)

/**
 * Requires a package that only some commands need, at the moment they need it: presenting works
 * without it and does not wait for it to load. `import()` cannot be used, because Vite's module
 * runner, which loaded this file, is closed by then. Throws a `DeckError` if it is not installed.
 */
export function lazyRequire<Module>(name: string): Module {
  try {
    return require(name)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause
    throw new DeckError(
      `Chưa cài gói ${name}, mà lệnh này cần.`,
      'Chạy npm ci, không có --omit=dev, rồi chạy lại lệnh.',
    )
  }
}
