/** How a command ends; scripts may rely on these numbers. */
export const exitCodes = {
  ok: 0,
  /** Ours: a fault in the program. */
  fault: 1,
  /** The command was called with words it does not know. */
  usage: 2,
  /** Something the command needs is missing or not permitted. */
  environment: 3,
  /** What was made did not pass its own reading back. */
  rejected: 4,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** An error to be read by a person: what is wrong, and what to do about it. */
export class DeckError extends Error {
  readonly hint: string
  readonly exitCode: ExitCode

  constructor(
    message: string,
    hint: string,
    { exitCode = exitCodes.environment, cause }: { exitCode?: ExitCode; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.name = 'DeckError'
    this.hint = hint
    this.exitCode = exitCode
  }
}
