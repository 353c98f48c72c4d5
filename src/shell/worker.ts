import type { Asked } from './offline.ts'

/** The names of the built files, put here by the build; `version` changes with any of them. */
declare const files: {
  readonly version: string
  readonly audience: readonly string[]
  readonly speaker: readonly string[]
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

/** All of them or none; asked for anew, so that no half-old copy comes along. */
async function keep(name: string, paths: readonly string[]): Promise<void> {
  const cache = await caches.open(name)
  // All of this version are there already, and perhaps no network.
  if ((await cache.keys()).length === paths.length) return
  await cache.addAll(paths.map((path) => new Request(path, { cache: 'no-cache' })))
}

const ours = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(prefix))

worker.addEventListener('install', (event) => {
  const install = async () => {
    await keep(audience, files.audience)
    // Whoever had the speaker's screen at hand keeps it across a new deck.
    if ((await ours()).some((name) => name.endsWith(' speaker'))) await keep(speaker, files.speaker)
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
    if (kept) return kept
  }
  return fetch(request)
}

// Only the files of this very version are answered for; all else is left to the network.
worker.addEventListener('fetch', (event) => {
  const { url, method } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== folder.origin) return
  if (!pathname.startsWith(folder.pathname)) return
  const path = pathname.slice(folder.pathname.length) || 'index.html'
  if (files.audience.includes(path) || files.speaker.includes(path)) {
    event.respondWith(answer(event.request, path))
  }
})
