import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request, or throws a `Refusal`, which the router answers. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** Handlers by path and method. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Handler>>>>

/** Counters for `/healthz`, since the relay started. */
export interface Counts {
  /** Posts that changed the presentation. */
  published: number
  /** Refused requests. */
  refused: number
  /** Viewers refused because of a limit. */
  full: number
}
