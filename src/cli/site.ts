import { existsSync, realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, posix, sep } from 'node:path'
import send from 'send'
import { policyOf, securityHeaders } from './policy.ts'

/** Encodings the build writes beside each text file, best first, and the ending of each. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** File names that carry a hash of their content never change. */
const isHashed = (path: string): boolean => path.startsWith('/assets/')

/** The path of a request inside the site, or nothing if it cannot be one. */
function pathOf(url = '/'): string | undefined {
  try {
    const path = posix.normalize(decodeURIComponent(url.split('?')[0] ?? '/'))
    return path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return undefined
  }
}

/** Whether a path leads out of the folder, by a link that stands in it. */
function leadsOut(folder: string, path: string): boolean {
  try {
    return !realpathSync(join(folder, path)).startsWith(realpathSync(folder) + sep)
  } catch {
    // Nothing is there: that is said below.
    return false
  }
}

/** Answers from a folder of built pages, read only; `isOpen` tells which paths are for everybody. */
export function respond(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  {
    isOpen = () => true,
    paired = true,
  }: { isOpen?: (path: string) => boolean; paired?: boolean } = {},
): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const fail = (status: number, text: string) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    fail(405, 'Chỉ đọc được trang này.')
    return
  }
  const path = pathOf(request.url)
  if (path === undefined || path.includes('\0')) {
    fail(400, 'Địa chỉ không hợp lệ.')
    return
  }

  const forAll = isOpen(path)
  if ((!forAll && !paired) || leadsOut(folder, path)) {
    fail(404, 'Không có trang này.')
    return
  }

  // The pages of the deck say in a style of their own where their script does not run.
  if (/^\/\w+\.html$/.test(path)) {
    response.setHeader('Content-Security-Policy', policyOf(join(folder, path)))
  }
  const type = types[extname(path)]
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/)
  const encoding = type
    ? encodings.find(
        ({ name, ending }) => accepted.includes(name) && existsSync(join(folder, path + ending)),
      )
    : undefined
  if (type) {
    response.setHeader('Content-Type', type)
    response.setHeader('Vary', 'Accept-Encoding')
  }
  if (encoding) response.setHeader('Content-Encoding', encoding.name)
  send(request, encodeURI(encoding ? path + encoding.ending : path), {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
  })
    .on('headers', () => {
      const cache = isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('Cache-Control', forAll ? cache : 'private, no-cache')
    })
    .on('error', ({ status }: { status?: number }) => {
      response.removeHeader('Content-Encoding')
      fail(status ?? 500, status === 416 ? 'Không có đoạn này.' : 'Không có trang này.')
    })
    .on('directory', () => fail(404, 'Không có trang này.'))
    .pipe(response)
}

/** Serves a folder of built pages, read only, under the deck's own policy. */
export const createSite = (folder: string): Server =>
  createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    (request, response) => respond(folder, request, response),
  )
