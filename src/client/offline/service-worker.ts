import type { Asked } from './offline.ts'

/** What the build tells of its files; `version` changes with any of them. */
declare const files: {
  readonly version: string
  readonly audience: readonly string[]
  readonly speaker: readonly string[]
  /** What stands in each page as this build made it, and in no other. */
  readonly marks: Readonly<Record<string, string>>
  /** Whether a relay handed this out. */
  readonly relay: boolean
}

// What TypeScript's library for pages does not declare of a service worker.
interface Lasting extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface Fetching extends Lasting {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface Scope {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Lasting & MessageEvent) => void): void
}
const worker = self as unknown as Scope

// Caches are shared by everything on this origin: the folder keeps decks apart.
const folder = new URL('./', location.href)
const prefix = `bao-cao-vien ${folder.pathname} `
const audience = prefix + files.version
const speaker = `${audience} speaker`
/** An empty cache, which is there while this browser follows: the one thing that is remembered. */
const following = `${prefix}theo`

/** The host has something else in the place of a file, or nothing. */
class Foreign extends Error {}

/**
 * A file as it may be kept. What came is looked at: a host may answer every address with one page,
 * or have another build. It is made anew, for one that was redirected may not answer a navigation:
 * a host that leaves out `.html` redirects every page.
 */
async function fetchWhole(path: string): Promise<Response> {
  // Asked for anew, so that no half-old copy comes along.
  const response = await fetch(path, { cache: 'no-cache' })
  const { status, type, headers } = response
  if (status >= 500) throw new Error(`${path}: ${status}`)
  const body = await response.arrayBuffer()
  const mark = files.marks[path]
  const isOwn = mark
    ? new TextDecoder().decode(body).includes(mark)
    : body.byteLength > 0 && !headers.get('Content-Type')?.startsWith('text/html')
  if (status !== 200 || type !== 'basic' || !isOwn) throw new Foreign(`${path}: ${status}`)
  // Whoever asks, it is the same file; one that is said to vary with everything may not be kept at all.
  const kept = new Headers(headers)
  kept.delete('Vary')
  return new Response(body, { status, headers: kept })
}

/** Keeps all of them or none. */
async function keep(name: string, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(name)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  // All of this version are there already, and perhaps no network.
  if (paths.every((path) => there.has(new URL(path, folder).href))) return
  const responses = await Promise.all(paths.map(fetchWhole))
  await Promise.all(responses.map((response, at) => cache.put(paths[at] ?? '', response)))
}

const ours = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== following)

worker.addEventListener('install', (event) => {
  const install = async () => {
    await keep(audience, files.audience)
    // Whoever had the speaker's screen at hand keeps it across a new deck, if it is still there.
    if (!(await ours()).some((name) => name.endsWith(' speaker'))) return
    await keep(speaker, files.speaker).catch((cause) => {
      if (!(cause instanceof Foreign)) throw cause
    })
  }
  event.waitUntil(install())
})

worker.addEventListener('activate', (event) => {
  const activate = async () => {
    const old = (await ours()).filter((name) => name !== audience && name !== speaker)
    await Promise.all(old.map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(activate())
})

// A newer deck waits until every window is closed, or until the only one asks for it.
worker.addEventListener('message', (event) => {
  const asked = event.data as Asked
  if (asked === 'take-over') event.waitUntil(worker.skipWaiting())
  if (asked === 'follows') event.waitUntil(caches.open(following))
  if (asked === 'presents') event.waitUntil(caches.delete(following))
  if (asked === 'keep-speaker') {
    const answer = (kept: boolean) => event.ports[0]?.postMessage(kept)
    event.waitUntil(
      keep(speaker, files.speaker).then(
        () => answer(true),
        () => answer(false),
      ),
    )
  }
})

async function answer(request: Request, path: string): Promise<Response> {
  const url = new URL(path, folder)
  for (const name of [audience, speaker]) {
    const kept = await (await caches.open(name)).match(url)
    if (kept && !kept.redirected) return kept
  }
  return fetch(request)
}

/** How long a relay may take to say who follows, in milliseconds. */
const patience = 3000

/**
 * The deck at its plain address, on a relay: the relay knows who presents, and leads all others to
 * the address that follows. Where it is not heard, this browser goes on as it last did.
 */
async function lead(request: Request): Promise<Response> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
  const led = await Promise.race([fetch(request).catch(() => undefined), late])
  if (led?.type === 'opaqueredirect') return led
  if (!led?.ok && (await caches.has(following))) {
    return Response.redirect(new URL('?theo', folder).href)
  }
  return answer(request, 'index.html')
}

/** The file that an address means: hosts leave out `index.html`, and some every `.html`. */
function fileAt(pathname: string): string | undefined {
  if (!pathname.startsWith(folder.pathname)) return undefined
  const path = pathname.slice(folder.pathname.length)
  return [path || 'index.html', `${path}.html`].find(
    (file) => files.audience.includes(file) || files.speaker.includes(file),
  )
}

// Only the files of this very version are answered for; all else is left to the network.
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  if (request.method !== 'GET' || origin !== folder.origin) return
  const file = fileAt(pathname)
  if (!file) {
    // As some hosts have it, where nothing that a page names by its place beside it would be found.
    const named = request.mode === 'navigate' && fileAt(pathname.replace(/\/$/, ''))
    if (named) event.respondWith(Promise.resolve(Response.redirect(new URL(named, folder).href)))
    return
  }
  const isPlain = file === 'index.html' && !searchParams.has('theo')
  const asksRelay = files.relay && isPlain && request.mode === 'navigate'
  event.respondWith(asksRelay ? lead(request) : answer(request, file))
})
