import type { Command } from '../../../model/talk/command.ts'
import type { Session } from '../../session/session.ts'

/** The deck that is presented, as the extras know it. */
export interface Presenting {
  readonly session: Session
  /** Runs a command, as its key does. */
  readonly run: (command: Command) => void
  /** Whether the page shows the slides one below another, to read, and does not present. */
  readonly isRead: () => boolean
}
