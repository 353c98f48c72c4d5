import type { Asked } from './worker-messages.ts'

/** Prepended by the build (build/worker.ts); `version` changes with any of the files. */
declare const files: {
  readonly version: string
  readonly audience: readonly string[]
  readonly speaker: readonly string[]
  /** By page name: a hash that the page of this build contains, and of no other. */
  readonly marks: Readonly<Record<string, string>>
  /** Whether a relay served this worker. */
  readonly relay: boolean
}

// TypeScript's library for workers has one global for every kind of worker.
declare const self: ServiceWorkerGlobalScope

// All pages of an origin share its caches: the folder tells decks apart.
const folder = new URL('./', location.href)
const prefix = `bao-cao-vien ${folder.pathname} `
const audience = prefix + files.version
const speaker = `${audience} speaker`
/** An empty cache that exists while this browser follows a presenter: a flag kept on disk. */
const following = `${prefix}theo`

/** The host has nothing in place of a file, or something else. */
class Foreign extends Error {}

/**
 * Fetches a file to be cached. Checks the content, because a host may answer every address with one
 * page, or have another build. Builds a new Response, because a redirected one must not answer a
 * navigation, and hosts that omit `.html` redirect every page.
 */
async function fetchWhole(path: string): Promise<Response> {
  // Revalidated, so that no outdated copy comes from the HTTP cache.
  const response = await fetch(path, { cache: 'no-cache' })
  const { status, type, headers } = response
  if (status >= 500) throw new Error(`${path}: ${status}`)
  const body = await response.arrayBuffer()
  const mark = files.marks[path]
  const isOwn = mark
    ? new TextDecoder().decode(body).includes(mark)
    : body.byteLength > 0 && !headers.get('Content-Type')?.startsWith('text/html')
  if (status !== 200 || type !== 'basic' || !isOwn) throw new Foreign(`${path}: ${status}`)
  // The file is the same for every request, and a response with `Vary: *` cannot be cached.
  const kept = new Headers(headers)
  kept.delete('Vary')
  return new Response(body, { status, headers: kept })
}

/** Caches all of the files or none. */
async function keep(name: string, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(name)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  // All files of this version are cached already, and there may be no network.
  if (paths.every((path) => there.has(new URL(path, folder).href))) return
  const responses = await Promise.all(paths.map(fetchWhole))
  await Promise.all(responses.map((response, at) => cache.put(paths[at] ?? '', response)))
}

const ours = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== following)

self.addEventListener('install', (event) => {
  const install = async () => {
    await keep(audience, files.audience)
    // If the speaker's pages were cached, they stay cached for a new deck, unless the host lacks
    // them.
    if (!(await ours()).some((name) => name.endsWith(' speaker'))) return
    await keep(speaker, files.speaker).catch((cause) => {
      if (!(cause instanceof Foreign)) throw cause
    })
  }
  event.waitUntil(install())
})

self.addEventListener('activate', (event) => {
  const activate = async () => {
    const old = (await ours()).filter((name) => name !== audience && name !== speaker)
    await Promise.all(old.map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(activate())
})

/**
 * Activates this newer deck if one window of it is open. The page believes itself alone until
 * another has answered, which on a slow machine takes longer than to find a newer deck.
 */
async function takeOver(): Promise<void> {
  const { scope } = self.registration
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (windows.filter(({ url }) => url.startsWith(scope)).length <= 1) await self.skipWaiting()
}

// A newer deck waits until every window is closed, or until the only one sends `take-over`.
self.addEventListener('message', (event) => {
  const asked: Asked = event.data
  if (asked === 'take-over') event.waitUntil(takeOver())
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

/** How long the relay may take to answer who follows, in ms. */
const patience = 3000

/**
 * Answers a navigation to the deck's plain address on a relay. The relay redirects everyone but
 * presenters to ?theo. If it does not answer, this browser follows or not as it did last time.
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

/** The file for an address: hosts omit `index.html`, and some every `.html`. */
function fileAt(pathname: string): string | undefined {
  if (!pathname.startsWith(folder.pathname)) return undefined
  const path = pathname.slice(folder.pathname.length)
  return [path || 'index.html', `${path}.html`].find(
    (file) => files.audience.includes(file) || files.speaker.includes(file),
  )
}

// Answers requests for files of this version only; all others go to the network.
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  if (request.method !== 'GET' || origin !== folder.origin) return
  const file = fileAt(pathname)
  if (!file) {
    // Some hosts add a slash to a page's address, where its relative URLs would not be found:
    // redirects.
    const named = request.mode === 'navigate' && fileAt(pathname.replace(/\/$/, ''))
    if (named) event.respondWith(Promise.resolve(Response.redirect(new URL(named, folder).href)))
    return
  }
  const isPlain = file === 'index.html' && !searchParams.has('theo')
  const asksRelay = files.relay && isPlain && request.mode === 'navigate'
  event.respondWith(asksRelay ? lead(request) : answer(request, file))
})
