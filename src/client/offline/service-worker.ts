import type { Asked } from './worker-messages.ts'

/** Prepended by the build (build/worker.ts); `version` changes with any of the files. */
declare const files: {
  readonly version: string
  readonly audience: readonly string[]
  readonly speaker: readonly string[]
  /** By page name: a hash that the page of this build contains, and of no other. */
  readonly marks: Readonly<Record<string, string>>
  /** By name, of all files but pages: the size in bytes. */
  readonly sizes: Readonly<Record<string, number>>
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

/** How long the disk, or the relay, may take to answer until another is asked, in ms. */
const patience = 3000

/** A promise's value; undefined if it is rejected, or takes longer than that. */
const inTime = <Value>(value: Promise<Value>): Promise<Value | undefined> =>
  Promise.race([
    value.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
  ])

/**
 * Fetches a file to be cached. Checks the content, because a host may answer every address with one
 * page, have another build, or cut a file short. Builds a new Response, because a redirected one must
 * not answer a navigation, and hosts that omit `.html` redirect every page.
 */
async function fetchWhole(path: string): Promise<Response> {
  // Revalidated, so that no outdated copy comes from the HTTP cache.
  const response = await fetch(path, { cache: 'no-cache' })
  const { status, type, headers } = response
  // Asked for too much, or out of order: it may have the file all the same.
  if (status >= 500 || status === 429) throw new Error(`${path}: ${status}`)
  const body = await response.arrayBuffer()
  const mark = files.marks[path]
  const page = mark && new TextDecoder().decode(body)
  const isOwn = page
    ? page.includes(mark)
    : body.byteLength > 0 && !headers.get('Content-Type')?.startsWith('text/html')
  if (status !== 200 || type !== 'basic' || !isOwn) throw new Foreign(`${path}: ${status}`)
  // Longer is whole: a host may add to a page, or end lines otherwise.
  const isWhole = page ? page.includes('</html>') : body.byteLength >= (files.sizes[path] ?? 0)
  if (!isWhole) throw new Error(`${path}: cut short`)
  // The file is the same for every request, and a response with `Vary: *` cannot be cached.
  const kept = new Headers(headers)
  kept.delete('Vary')
  return new Response(body, { status, headers: kept })
}

async function keepAll(name: string, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(name)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  // All files of this version are cached already, and there may be no network.
  if (paths.every((path) => there.has(new URL(path, folder).href))) return
  try {
    const responses = await Promise.all(paths.map(fetchWhole))
    await Promise.all(responses.map((response, at) => cache.put(paths[at] ?? '', response)))
  } catch (cause) {
    // On a full disk, a part would take the room that the whole needs the next time.
    await caches.delete(name)
    throw cause
  }
}

const keeping = new Map<string, Promise<void>>()

/** Caches all of the files or none; once, if several windows ask at the same time. */
function keep(name: string, paths: readonly string[]): Promise<void> {
  const running = keeping.get(name)
  if (running) return running
  const kept = keepAll(name, paths).finally(() => keeping.delete(name))
  keeping.set(name, kept)
  return kept
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

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** Whether no more than one window of this deck is open, as far as the browser tells. */
async function isAlone(): Promise<boolean> {
  const { scope } = self.registration
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.filter(({ url }) => url.startsWith(scope)).length <= 1
}

/**
 * Activates this newer deck if one window of it is open. The page believes itself alone until
 * another has answered, which on a slow machine takes longer than to find a newer deck.
 */
async function takeOver(): Promise<void> {
  if (await isAlone()) await self.skipWaiting()
}

/**
 * Deletes what is cached of earlier decks, as a deck has loaded. Not as this one is activated: the
 * browser does not tell of a window that is being loaded, and that one still needs all of its files.
 */
async function tidy(): Promise<void> {
  if (!(await isAlone())) return
  const old = (await ours()).filter((name) => name !== audience && name !== speaker)
  // They may be those of a newer deck.
  const { installing, waiting } = self.registration
  if (installing || waiting) return
  await Promise.all(old.map((name) => caches.delete(name)))
}

// A newer deck waits until every window is closed, or until the only one sends `take-over`.
self.addEventListener('message', (event) => {
  const asked: Asked = event.data
  if (asked === 'take-over') event.waitUntil(takeOver())
  if (asked === 'follows') event.waitUntil(Promise.all([caches.open(following), tidy()]))
  if (asked === 'presents') event.waitUntil(Promise.all([caches.delete(following), tidy()]))
  if (asked === 'keep' || asked === 'keep-speaker') {
    const answer = (kept: boolean) => event.ports[0]?.postMessage(kept)
    const keepAsked = async () => {
      await keep(audience, files.audience)
      if (asked === 'keep-speaker') await keep(speaker, files.speaker)
    }
    event.waitUntil(
      keepAsked().then(
        () => answer(true),
        () => answer(false),
      ),
    )
  }
})

/** What is cached for an address under the first of some names. */
async function cached(url: URL, names: readonly string[]): Promise<Response | undefined> {
  for (const cacheName of names) {
    const kept = await caches.match(url, { cacheName, ignoreSearch: true })
    if (kept && !kept.redirected) return kept
  }
  return undefined
}

/**
 * Answers with what is cached, else from the network. A disk that fails or is slow keeps nobody from
 * the network, and without a network is waited for.
 */
async function answerBy(request: Request, reading: Promise<Response | undefined>) {
  const kept = await inTime(reading)
  if (kept) return kept
  return fetch(request).catch(async (cause) => {
    const late = await reading.catch(() => undefined)
    if (late) return late
    throw cause
  })
}

const answer = (request: Request, path: string): Promise<Response> =>
  answerBy(request, cached(new URL(path, folder), [audience, speaker]))

/** Answers with a file that only an earlier deck has, for a window that was opened with that one. */
const answerOld = (request: Request, url: URL): Promise<Response> =>
  answerBy(
    request,
    ours().then((names) => cached(url, names)),
  )

/**
 * Answers a navigation to the deck's plain address on a relay. The relay redirects everyone but
 * presenters to ?theo. If it does not answer, this browser follows or not as it did last time.
 */
async function lead(request: Request): Promise<Response> {
  const led = await inTime(fetch(request))
  if (led?.type === 'opaqueredirect') return led
  if (!led?.ok && (await inTime(caches.has(following)))) {
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

// Answers requests for files of this deck, and for those of earlier ones that windows may still need.
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const { origin, pathname, searchParams } = url
  if (request.method !== 'GET' || origin !== folder.origin) return
  const file = fileAt(pathname)
  if (!file) {
    // Some hosts add a slash to a page's address, where its relative URLs would not be found:
    // redirects.
    const named = request.mode === 'navigate' && fileAt(pathname.replace(/\/$/, ''))
    if (named) event.respondWith(Promise.resolve(Response.redirect(new URL(named, folder).href)))
    else if (pathname.startsWith(`${folder.pathname}assets/`))
      event.respondWith(answerOld(request, url))
    return
  }
  const isPlain = file === 'index.html' && !searchParams.has('theo')
  const asksRelay = files.relay && isPlain && request.mode === 'navigate'
  event.respondWith(asksRelay ? lead(request) : answer(request, file))
})
