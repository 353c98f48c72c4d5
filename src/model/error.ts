/** How a command ends. Scripts may rely on these numbers. */
export const exitCodes = {
  ok: 0,
  /** A bug in this program. */
  fault: 1,
  /** The command was called with arguments it does not know. */
  usage: 2,
  /** Something the command needs is missing or not permitted. */
  environment: 3,
  /** The command read its own output back, and it was wrong. */
  rejected: 4,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** An error for people: `message` says what is wrong, `hint` what to do about it. */
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
