import { styleText } from 'node:util'
import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'
import { pack } from './pack.ts'
import { pdf } from './pdf.ts'
import { start } from './start.ts'

/** A command: takes its own arguments, resolves when it is done, and throws DeckError for people. */
type Command = (args: readonly string[]) => Promise<void>

/** The table of commands. The runner that reads this file closes after it: nothing loads later. */
const commands: Readonly<Record<string, Command>> = { start, pdf, pack }

/** Runs one command and returns its exit code; people see a message and a hint, never a stack. */
export async function main([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) {
      throw new DeckError(
        `Không có lệnh “${name}”.`,
        `Các lệnh: ${Object.keys(commands).join(', ')}.`,
        { exitCode: exitCodes.usage },
      )
    }
    await command(args)
    return exitCodes.ok
  } catch (error) {
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
}
