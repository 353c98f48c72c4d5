import { existsSync, realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, posix, sep } from 'node:path'
import send from 'send'
import { icon } from '../../model/icon.ts'
import { missingPage, missingPolicy } from './missing-page.ts'
import { policyOf, securityHeaders } from './policy.ts'

/**
 * The encodings in which the build writes copies of text files, best first, with their file
 * endings.
 */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** Whether a file's name contains a hash of its content, so that it never changes. */
const isHashed = (path: string): boolean => path.startsWith('/assets/')

/**
 * Whether a path is a service worker. The site's and the relay's are served at the same URL and may
 * have equal modification times and lengths, so a validator made of these would be wrong.
 */
const isWorker = (path: string): boolean => path === '/sw.js' || path === '/sw-live.js'

/** The decoded, normalised path of a request; undefined if the URL is malformed. */
function pathOf(url = '/'): string | undefined {
  try {
    const path = posix.normalize(decodeURIComponent(url.split('?')[0] ?? '/'))
    return path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return undefined
  }
}

/** Whether a path leaves the folder through a symbolic link. */
function leadsOut(folder: string, path: string): boolean {
  try {
    return !realpathSync(join(folder, path)).startsWith(realpathSync(folder) + sep)
  } catch {
    // The file does not exist; it is answered as not found later.
    return false
  }
}

/** The relative URL from a request's address, as the browser has it, to the deck. */
function homeOf(url = '/'): string {
  const [, ...names] = (url.split('?')[0] ?? '').split('/')
  return names.slice(1).fill('..').join('/') || './'
}

const unread = 'Máy chủ không đọc được tệp này.'

/**
 * Answers with an error: a browser that asks for HTML gets a page with a link to the deck, others
 * get text.
 */
function fail(
  { url, headers }: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.removeHeader('Content-Encoding')
  response.setHeader('Cache-Control', 'no-store')
  if (!headers.accept?.includes('text/html')) {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
    return
  }
  const words =
    status === 404
      ? 'Địa chỉ có thể viết nhầm, hoặc chỉ mở được trên máy của người trình bày.'
      : 'Thử lại sau ít phút, hoặc báo người đang chạy máy chủ.'
  response
    .writeHead(status, { 'Content-Type': types['.html'], 'Content-Security-Policy': missingPolicy })
    .end(missingPage(text.replace(/\.$/, ''), words, homeOf(url)))
}

/** Who may read which files. */
interface Readers {
  /** Whether a path is open to everybody. By default all are. */
  readonly isOpen?: (path: string) => boolean
  /** Whether the visitor may read the other paths too. By default yes. */
  readonly paired?: boolean
}

/**
 * Answers a request from a folder of built pages. Only GET and HEAD are allowed; an error affects
 * this request only.
 */
export function respond(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  readers: Readers = {},
): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  try {
    read(folder, request, response, readers)
  } catch {
    fail(request, response, 500, unread)
  }
}

function read(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  { isOpen = () => true, paired = true }: Readers,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    fail(request, response, 405, 'Địa chỉ này chỉ nhận yêu cầu đọc.')
    return
  }
  const path = pathOf(request.url)
  if (path === undefined || path.includes('\0')) {
    fail(request, response, 400, 'Địa chỉ không hợp lệ.')
    return
  }
  // Browsers request it for documents that name no icon, such as PDFs.
  if (path === '/favicon.ico') {
    response.writeHead(200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-cache' })
    response.end(icon)
    return
  }

  const none = () => fail(request, response, 404, 'Không tìm thấy địa chỉ này.')
  const forAll = isOpen(path)
  if ((!forAll && !paired) || leadsOut(folder, path)) {
    none()
    return
  }

  // The deck's pages have an inlined style for the message that their script has not started.
  if (/^\/[\w-]+\.html$/.test(path)) {
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
    etag: !isWorker(path),
    lastModified: !isWorker(path),
  })
    .on('headers', () => {
      const cache = isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('Cache-Control', forAll ? cache : 'private, no-cache')
    })
    .on('error', ({ status = 500 }: { status?: number }) => {
      if (status === 416) fail(request, response, 416, 'Tệp này không có phần được yêu cầu.')
      else if (status < 500) none()
      else fail(request, response, status, unread)
    })
    .on('directory', none)
    .pipe(response)
}

/** Creates a server for a folder of built pages, with the deck's security headers. */
export const createSite = (folder: string): Server =>
  createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    (request, response) => respond(folder, request, response),
  )
