import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { inject } from 'vitest'

/** How a host that knows nothing of decks hands out files. */
export interface Manners {
  /** Leaves out `index.html` and `.html`, by redirecting to the shorter address. */
  readonly clean?: boolean
  /** Answers every address it does not have with the first page, as if it were there. */
  readonly fallback?: boolean
  /** The folder that the deck stands in. */
  readonly under?: string
  /** What it says each answer depends on. */
  readonly vary?: string
}

/** A static host with a build of its own. */
export interface Host {
  readonly folder: string
  /** The address of the deck. */
  readonly address: string
  /** Every path asked for so far, with its method. */
  readonly asked: string[]
  /** Ends it as a host that is gone ends: nothing is answered any more. */
  kill(): void
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.woff2': 'font/woff2',
}

/** Opens a host on a copy of the built pages. */
export async function openHost(manners: Manners = {}): Promise<Host> {
  const { clean = false, fallback = false, under = '/', vary } = manners
  const folder = await mkdtemp(join(tmpdir(), 'host-'))
  await cp(inject('dist'), folder, { recursive: true })
  const read = (path: string) => readFile(join(folder, path)).catch(() => undefined)
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host')
    asked.push(`${request.method} ${pathname}`)
    const redirect = (to: string) => response.writeHead(308, { Location: to + search }).end()
    if (`${pathname}/` === under) return redirect(under)
    const short = pathname.replace(/(index)?\.html$/, '')
    if (clean && short !== pathname) return redirect(short)
    const path = pathname.slice(under.length) || 'index.html'
    const candidates = [
      path,
      ...(clean ? [`${path}.html`] : []),
      ...(fallback ? ['index.html'] : []),
    ]
    for (const candidate of candidates) {
      const body = pathname.startsWith(under) ? await read(candidate) : undefined
      if (!body) continue
      const type = types[extname(candidate)] ?? 'text/javascript'
      const more = vary ? { Vary: vary } : {}
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length, ...more })
      return response.end(request.method === 'HEAD' ? undefined : body)
    }
    return response.writeHead(404, { 'Content-Type': 'text/plain' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const kill = () => {
    server.close()
    server.closeAllConnections()
  }
  return {
    folder,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    asked,
    kill,
    async close() {
      kill()
      await rm(folder, { recursive: true })
    },
  }
}

/** Puts another build in the place of the one a host has: its pages are called otherwise. */
export async function publish({ folder }: Host, title: string): Promise<void> {
  const change = async (name: string, edit: (text: string) => string) =>
    writeFile(join(folder, name), edit(await readFile(join(folder, name), 'utf8')))
  await change('index.html', (page) => page.replace(/<title>[^<]*/, `<title>${title}`))
  await change('sw.js', (worker) => worker.replace(/"version":"\w+"/, `"version":"${title}"`))
}
