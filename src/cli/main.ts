import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'
import { build } from './build.ts'
import { report } from './failure.ts'
import { pack } from './pack.ts'
import { pdf } from './pdf/pdf.ts'
import { start } from './serve/start.ts'
import { mindTerminal } from './terminal.ts'

/** A command: takes its own arguments, resolves when it is done, and throws DeckError for people. */
type Command = (args: readonly string[]) => Promise<void>

/** The table of commands. The runner that reads this file closes after it: nothing loads later. */
const commands: Readonly<Record<string, Command>> = { start, build, pdf, pack }

/** Runs one command and returns its exit code. */
export async function main([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  mindTerminal()
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
    return report(error)
  }
}
