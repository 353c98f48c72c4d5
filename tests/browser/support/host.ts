import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  /** The address of the deck. */
  readonly address: string
  /** How it hands out files from now on. */
  manners: Manners
  /** The text of a file that it has. */
  read(name: string): Promise<string>
  /** Puts a file there, or takes it away. */
  put(name: string, text?: string): void
  /** Puts a file of the built pages back. */
  restore(name: string): void
  /** Every path asked for so far, with its method. */
  readonly asked: string[]
  /** Ends it as a host that is gone ends: nothing is answered any more. */
  kill(): void
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.woff2': 'font/woff2',
}

/** Opens a host of the built pages; what it has otherwise is kept beside them. */
export async function openHost(manners: Manners = {}): Promise<Host> {
  const { under = '/' } = manners
  const others = new Map<string, string | undefined>()
  const find = async (name: string) =>
    others.has(name)
      ? others.get(name)
      : readFile(join(inject('dist'), name)).catch(() => undefined)
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const { clean, fallback, vary } = host.manners
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
      const found = pathname.startsWith(under) ? await find(candidate) : undefined
      if (!found) continue
      const body = Buffer.from(found)
      const type = types[extname(candidate)] ?? 'text/javascript'
      const more = vary ? { Vary: vary } : {}
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length, ...more })
      return response.end(request.method === 'HEAD' ? undefined : body)
    }
    return response.writeHead(404, { 'Content-Type': 'text/plain' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host: Host = {
    // The server listens at an address of this form.
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    manners,
    read: async (name) => String(await find(name)),
    put: (name, text) => others.set(name, text),
    restore: (name) => others.delete(name),
    asked,
    kill() {
      server.close()
      server.closeAllConnections()
    },
  }
  return host
}

/** Puts another build in the place of the one a host has: its pages are called otherwise. */
export async function publish(host: Host, title: string): Promise<void> {
  const change = async (name: string, edit: (text: string) => string) =>
    host.put(name, edit(await host.read(name)))
  await change('index.html', (page) => page.replace(/<title>[^<]*/, `<title>${title}`))
  await change('sw.js', (worker) => worker.replace(/"version":"\w+"/, `"version":"${title}"`))
}
