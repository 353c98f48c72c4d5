import { styleText } from 'node:util'
import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'

/** Says why a command failed and returns its exit code; people see a message and a hint, never a stack. */
export function report(error: unknown): ExitCode {
  if (!(error instanceof DeckError)) {
    console.error(error)
    return exitCodes.fault
  }
  console.error(styleText('red', `Lỗi: ${error.message}`))
  console.error(error.hint)
  // A browser's complaint goes on for pages; its first line says what happened.
  if (error.cause instanceof Error) {
    console.error(styleText('dim', error.cause.message.split('\n')[0] ?? ''))
  }
  return error.exitCode
}
