import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Access } from '../access.ts'
import type { Handler } from './route.ts'

/** Serves the built site: all of it to a paired browser, the audience's part to others. */
export type Site = (request: IncomingMessage, response: ServerResponse, paired: boolean) => void

/** The redirect for a request, if any. */
function elsewhere(request: IncomingMessage, paired: boolean): string | undefined {
  const [path = '', query] = (request.url ?? '').split('?')
  // An unpaired browser follows the presenter if `?theo` is in the address. Other parameters, such
  // as those that mail and chat apps add to links, do not matter.
  const opened = request.headers.accept?.includes('text/html')
  const deck = path === '/' || (path === '/index.html' && opened)
  if (deck && !paired && !new URLSearchParams(query).has('theo')) return './?theo'
  // People type a trailing slash.
  return path === '/live/pair/' ? '../pair' : undefined
}

/** Every other path: a redirect, or a file of the site. */
export const siteRoute =
  (site: Site, access: Access): Handler =>
  (request, response) => {
    const paired = access.isPaired(request)
    const location = elsewhere(request, paired)
    if (location === undefined) return site(request, response, paired)
    response.writeHead(302, { Location: location, 'Cache-Control': 'no-store' }).end()
  }
