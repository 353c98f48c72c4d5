import { realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Connect, Logger, ViteDevServer } from 'vite'
import { pagesConfig } from '../build/config.ts'
import { asRecord } from '../model/record.ts'
import { helpOf, parse } from './args.ts'
import { addressOptions, listenError, portOf, sayOpen } from './serve/address.ts'
import { endWith } from './terminal.ts'

const options = addressOptions('5173 hoặc cổng trống')

const help = helpOf(
  'npm run dev -- [tùy chọn]',
  'Phục vụ thẳng từ các tệp nguồn: lưu một trang chiếu thì trình duyệt hiện ngay trang ấy.',
  options,
)

const root = join(import.meta.dirname, '../..')

/** Where a slide threw an error while it was loaded: the first line of its stack that names one. */
function thrownAt(stack: unknown): readonly (string | undefined)[] {
  for (const frame of String(stack).split('\n')) {
    const [, name = ''] = frame.split(root + sep)
    const [, file, line] = /^((?!src\b|node_modules\b).+?\.tsx?):(\d+):\d+/.exec(name) ?? []
    if (file) return [join(root, file), line]
  }
  return []
}

/** Says where a mistake in the sources is. */
function placeOf(error: unknown, text: string): string {
  const { id, loc, stack } = asRecord(error)
  const { file, line } = asRecord(loc)
  const [, named, at] = /\[ (.+?):(\d+):\d+ \]/.exec(text) ?? []
  const [thrower, thrown] = thrownAt(stack)
  const path = [file, id, named, thrower].find((one) => typeof one === 'string')
  const number = line ?? at ?? thrown
  if (typeof path !== 'string') return 'các tệp của bộ trang chiếu'
  const place = `“${relative('.', path.replace(/\?.*$/, ''))}”`
  return number === undefined ? place : `${place}, dòng ${number}`
}

/** What is wrong with the sources, by Vite's error and its message, and what to do. */
function wordsFor(error: unknown, message: string): string {
  const { name, hint, cause } = asRecord(error)
  const text = stripVTControlCharacters(message).trim()
  // Of a `DeckError`, whose class has been loaded anew; a detail may be in English.
  if (name === 'DeckError') {
    const detail = asRecord(cause).message
    return [`Lỗi: ${text}`, hint, ...(detail ? [`Chi tiết: ${detail}`] : [])].join('\n')
  }
  const detail = /^\[\w+\] (.+)/m.exec(text)?.[1] ?? text.split('\n')[0]
  return `Lỗi: Không đọc được ${placeOf(error, text)}.\nSửa chỗ ấy rồi lưu lại.\nChi tiết: ${detail}`
}

/**
 * Says in Vietnamese what Vite says when a page cannot be made, and nothing of what it says
 * besides.
 */
function ownLogger(): Logger {
  const said = new WeakSet<object>()
  let last = ''
  return {
    hasWarned: false,
    info: () => undefined,
    warn: () => undefined,
    warnOnce: () => undefined,
    clearScreen: () => undefined,
    hasErrorLogged: (error) => said.has(error),
    error(message, { error } = {}) {
      // `dev` says itself that it cannot listen.
      if (asRecord(error).syscall === 'listen') return
      if (error) said.add(error)
      const words = wordsFor(error, error?.message ?? message)
      // What is wrong with a source is said once, though every page that needs it fails.
      if (words !== last) console.error(words)
      last = words
    },
  }
}

/** A page that says what is wrong; Vite's script on it loads the page again once that is mended. */
const errorPage = (words: string): string => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Chưa hiện được trang</title>
<script type="module" src="/@vite/client"></script>
<style>
  body { font: 1.25rem/1.6 sans-serif; margin: 12vh auto; max-width: 44rem; padding: 0 1.5rem }
  p { white-space: pre-line; overflow-wrap: break-word }
</style>
<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>
<p>Lưu xong, trang này tự hiện lại.</p>
`

/** Answers with a page of ours where Vite would with one in English. */
function answerErrors({ middlewares, config }: ViteDevServer): void {
  const answer: Connect.ErrorHandleFunction = (error, _, response, __) => {
    const { message } = asRecord(error)
    const words = String(message)
    config.logger.error(words, { error })
    response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(errorPage(wordsFor(error, words)))
  }
  // Before Vite's own, which is the last.
  middlewares.stack.splice(-1, 0, { route: '', handle: answer })
}

/**
 * Has Vite find its sources in a folder with a percent sign in its path: it writes the path into
 * scripts as it is, and browsers ask for it without escaping the sign.
 */
function readPercent({ middlewares }: ViteDevServer): void {
  const path = `/@fs${root.replace(/^(?!\/)/, '/').replaceAll('\\', '/')}/`
  const asked = new URL(path, 'http://localhost').pathname
  const handle: Connect.NextHandleFunction = (request, _, next) => {
    if (request.url?.startsWith(asked)) {
      request.url = encodeURI(path) + request.url.slice(asked.length)
    }
    next()
  }
  middlewares.stack.unshift({ route: '', handle })
}

/** `npm run dev`: serves the sources; after a saved change, the page stays on its slide. */
export async function dev(args: readonly string[]): Promise<void> {
  const values = parse(args, options)
  if (values.help) {
    console.log(help)
    return
  }
  const port = values.port === undefined ? undefined : portOf(values.port)
  const { createServer } = await import('vite')
  const customLogger = ownLogger()
  const server = await createServer({
    ...pagesConfig(),
    configFile: false,
    customLogger,
    server: {
      // Would lie over the page in English; the terminal and the page itself say it.
      hmr: { overlay: false },
      // The packages may be linked, as in a second checkout.
      fs: { allow: [root, realpathSync(join(root, 'node_modules'))] },
      ...(port !== undefined && { port }),
      ...(values.host !== undefined && { host: values.host }),
    },
  })
  answerErrors(server)
  readPercent(server)
  const closed = new Promise<void>((resolve) => {
    endWith(() => void server.close().finally(resolve))
  })
  await server.listen().catch(async (cause) => {
    // What Vite has begun fails now.
    customLogger.error = () => undefined
    await server.close()
    // Anything else: a slide that cannot be shown, a folder that cannot be written to.
    if (!/^(listen|getaddrinfo)$/.test(String(asRecord(cause).syscall))) throw cause
    throw listenError(cause, values.host ?? '127.0.0.1', port ?? 5173)
  })
  const { local = [], network = [] } = server.resolvedUrls ?? {}
  sayOpen([...local, ...network], () =>
    console.log('Sửa tệp trong thư mục slides/ rồi lưu: trình duyệt hiện ngay trang ấy.'),
  )
  await closed
}
