import type { Inputs } from '../build/sources/inputs.js'
import { DeckError, type ExitCode, exitCodes } from '../model/error.ts'
import { build } from './build.ts'
import { dev } from './dev.ts'
import { report } from './failure.ts'
import { office } from './office/office.ts'
import { pack } from './pack.ts'
import { pdf } from './pdf/pdf.ts'
import { start } from './serve/start.ts'
import { mindTerminal } from './terminal.ts'

/**
 * A command: gets its own arguments, and the hashes of what it was compiled from. Resolves when it
 * is done, and throws a `DeckError` for failures that people can act on.
 */
type Command = (args: readonly string[], inputs?: Inputs) => Promise<void>

/** The commands by name. */
const commands: Readonly<Record<string, Command>> = { start, build, pdf, office, pack, dev }

export { report } from './failure.ts'

/** Runs one command and returns its exit code. */
export async function main(
  [name = '', ...args]: readonly string[],
  inputs?: Inputs,
): Promise<ExitCode> {
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
    await command(args, inputs)
    return exitCodes.ok
  } catch (error) {
    return report(error)
  }
}
