import { createRequire } from 'node:module'
import { DeckError } from '../model/error.ts'

const found = createRequire(import.meta.url)

/**
 * A package that only some commands need, found when it is needed: presenting does without, and
 * without the time that it takes. Not by `import`: whatever has read the TypeScript reads no more.
 */
export function need<Module>(name: string): Module {
  try {
    return found(name)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause
    throw new DeckError(
      `Chưa cài gói ${name}, mà lệnh này cần.`,
      'Chạy npm ci, không có --omit=dev, rồi chạy lại lệnh.',
    )
  }
}
