import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Packed files: the last that a build writes. */
const isPacked = (url = ''): boolean => url.startsWith('/mang-theo/')

/**
 * Whether a relay answers an address itself. Its viewers have the deck already: after a restart they go
 * on while it is built.
 */
export const isOfRelay = (url = ''): boolean => /^\/+(live|healthz)(\/|\?|$)/.test(url)

/**
 * Holds requests for files that are not built yet, because half-built ones are useless; not those that
 * are `ready` all the same. Returns a function that answers the requests for pages, and one that answers
 * the others too.
 */
export function hold(
  server: Server,
  ready: (url?: string) => boolean,
): { readonly releasePages: () => void; readonly release: () => void } {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void
  // Listeners of `request` have this signature.
  const answers = server.listeners('request') as Answer[]
  let isHeld = (url?: string) => !ready(url)
  let waiting: Parameters<Answer>[] = []
  server.removeAllListeners('request').on('request', (...asked: Parameters<Answer>) => {
    if (isHeld(asked[0].url)) waiting.push(asked)
    else for (const answer of answers) answer(...asked)
  })
  const releaseUnless = (held: typeof isHeld) => {
    isHeld = held
    const asked = waiting
    waiting = []
    for (const [request, response] of asked) {
      // The client may have disconnected.
      if (!response.destroyed && !request.socket.destroyed)
        server.emit('request', request, response)
    }
  }
  return {
    releasePages: () => releaseUnless(isPacked),
    release: () => releaseUnless(() => false),
  }
}
