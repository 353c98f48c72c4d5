import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Logger } from 'vite'
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

/** Says where a mistake in the sources is; the first line of the bundler's message may be in English. */
function placeOf(error: unknown, text: string): string {
  const { id, loc } = asRecord(error)
  const { file, line } = asRecord(loc)
  const [, named, at] = /\[ (.+?):(\d+):\d+ \]/.exec(text) ?? []
  const path = [file, id, named].find((one) => typeof one === 'string')
  const number = line ?? at
  if (typeof path !== 'string') return 'các tệp của bộ trang chiếu'
  const place = `“${relative('.', path.replace(/\?.*$/, ''))}”`
  return number === undefined ? place : `${place}, dòng ${number}`
}

/** Says in Vietnamese what Vite says when a page cannot be made, and nothing of what it says besides. */
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
      const text = stripVTControlCharacters(error?.message ?? message).trim()
      const place = placeOf(error, text)
      // What is wrong with a source is said once, though every page that needs it fails.
      const detail = /^\[\w+\] (.+)/m.exec(text)?.[1] ?? text.split('\n')[0]
      const words = `Lỗi: Không đọc được ${place}.\nSửa chỗ ấy rồi lưu lại.\nChi tiết: ${detail}`
      if (words !== last) console.error(words)
      last = words
    },
  }
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
      ...(port !== undefined && { port }),
      ...(values.host !== undefined && { host: values.host }),
    },
  })
  const closed = new Promise<void>((resolve) => {
    endWith(() => void server.close().finally(resolve))
  })
  await server.listen().catch(async (cause) => {
    // What Vite has begun fails now.
    customLogger.error = () => undefined
    await server.close()
    throw listenError(cause, values.host ?? '127.0.0.1', port ?? 5173)
  })
  const { local = [], network = [] } = server.resolvedUrls ?? {}
  sayOpen([...local, ...network], () =>
    console.log('Sửa tệp trong thư mục slides/ rồi lưu: trình duyệt hiện ngay trang ấy.'),
  )
  await closed
}
