import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal, refuse } from './answer.ts'
import type { Counts, Handler, Routes } from './routes/route.ts'

/** The handlers of a relay. */
interface Router {
  readonly routes: Routes
  /** The event stream: it writes its own head, and does not answer HEAD. */
  readonly stream: Handler
  /** Answers every path without a route. */
  readonly site: Handler
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>
  readonly counts: Counts
}

/** Calls the handler of a request's path and method, and answers refusals and errors it throws. */
export function router({ routes, stream, site, headers, counts }: Router) {
  const guard = (response: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  }
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '').split('?')
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    // Monitoring tools send HEAD; Node drops the body of the answer.
    const isHead = request.method === 'HEAD' && route?.GET !== stream
    const method = isHead ? 'GET' : (request.method ?? '')
    const own = route && Object.hasOwn(route, method) ? route[method] : undefined
    const handler = route ? own : site
    if (handler !== stream) guard(response)
    if (handler) return handler(request, response)
    const allowed = Object.keys(route ?? {}).join(', ')
    throw new Refusal(405, 'Phương thức không hợp lệ.', { Allow: allowed })
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    // A proxy that joins two paths may write two slashes at the seam.
    request.url = request.url?.replace(/^\/{2,}/, '/')
    // The service worker of a relay's pages differs from a site's.
    if (request.url === '/sw.js') request.url = '/sw-live.js'
    // An error affects this request only; the server goes on.
    respond(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) counts.refused++
      else console.error('Lỗi khi trả lời một yêu cầu. Chi tiết:', error)
      if (!response.headersSent) guard(response)
      refuse(
        response,
        error instanceof Refusal
          ? error
          : new Refusal(500, 'Máy chủ gặp lỗi. Thử lại sau ít phút.'),
      )
    })
  }
}
