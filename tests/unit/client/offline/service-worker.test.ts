import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** Not as a literal: its types are those of a worker, which these tests do not have. */
const module: string = '../../../../src/client/offline/service-worker.ts'

const folder = 'https://host/'
const at = (path: string) => new URL(path, folder).href

/** What the host answers for each path that it has. */
let host: Record<string, () => Response | Promise<Response>>
/** Every path that the host was asked for. */
let asked: string[]
/** What the browser keeps for the host: texts by address, by the name of their cache. */
let disk: Map<string, Map<string, string>>
/** Runs before each access to the disk. */
let touchDisk: () => Promise<unknown>
/** How many windows the browser tells a worker of. */
let windows: number

/** An answer of the host, as the browser gives it. */
const answer = (body: string, status = 200, type = 'text/javascript'): Response =>
  Object.defineProperty(
    new Response(body || null, { status, headers: { 'Content-Type': type } }),
    'type',
    { value: 'basic' },
  )
const html = (body: string) => answer(body, 200, 'text/html; charset=utf-8')

const caches = {
  async keys() {
    await touchDisk()
    return [...disk.keys()]
  },
  async has(name: string) {
    await touchDisk()
    return disk.has(name)
  },
  delete: async (name: string) => disk.delete(name),
  async match(url: URL, { cacheName }: { cacheName: string }) {
    await touchDisk()
    const text = disk.get(cacheName)?.get(url.href.replace(/\?.*/, ''))
    return text === undefined ? undefined : new Response(text)
  },
  async open(name: string) {
    const kept = disk.get(name) ?? new Map<string, string>()
    disk.set(name, kept)
    return {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      async put(path: string, response: Response) {
        await touchDisk()
        kept.set(at(path), await response.text())
      },
    }
  },
}

const pageOf = (deck: string, name: string) => `<html data-page="${deck}">${name}</html>`
const scriptOf = (deck: string) => `start('${deck}')`

/** Has the host serve a deck, and no file of another. */
function publish(deck: string): void {
  host = {
    'index.html': () => html(pageOf(deck, 'index')),
    'speaker.html': () => html(pageOf(deck, 'speaker')),
    [`assets/${deck}.js`]: () => answer(scriptOf(deck)),
  }
}

/** The worker of a deck, as a browser runs it. */
async function workerOf(deck: string, relay = false) {
  const listeners = new Map<string, (event: object) => void>()
  const registration: Record<string, unknown> = { scope: folder }
  const skipWaiting = vi.fn<() => Promise<void>>(async () => undefined)
  vi.resetModules()
  vi.stubGlobal('files', {
    version: deck,
    audience: ['index.html', `assets/${deck}.js`],
    speaker: ['speaker.html'],
    marks: { 'index.html': deck, 'speaker.html': deck },
    sizes: { [`assets/${deck}.js`]: scriptOf(deck).length },
    relay,
  })
  const self = {
    registration,
    skipWaiting,
    clients: {
      claim: async () => undefined,
      matchAll: async () => Array.from({ length: windows }, () => ({ url: folder })),
    },
    addEventListener: (name: string, listener: (event: object) => void) =>
      listeners.set(name, listener),
  }
  vi.stubGlobal('self', self)
  await import(module)
  const globals = { self, files: (globalThis as { files?: unknown }).files }
  /** Fires an event, and resolves with what it is answered with. */
  const fire = async (name: string, event: object = {}) => {
    for (const [key, value] of Object.entries(globals)) vi.stubGlobal(key, value)
    let work: unknown
    const take = (given: unknown) => {
      work = given
    }
    listeners.get(name)?.({ ...event, waitUntil: take, respondWith: take })
    return work
  }
  return {
    registration,
    skipWaiting,
    install: () => fire('install'),
    async start() {
      await fire('install')
      await fire('activate')
    },
    /** Sends a message; resolves with the answers to it. */
    async say(data: string) {
      const answers: unknown[] = []
      const port = { postMessage: (answer: unknown) => answers.push(answer) }
      await fire('message', { data, ports: [port] })
      return answers
    },
    /** The text that a request is answered with; undefined where the worker leaves it alone. */
    async get(path: string, mode = 'cors') {
      const response = await fire('fetch', { request: { url: at(path), method: 'GET', mode } })
      return response instanceof Response ? response.text() : undefined
    },
  }
}

beforeEach(() => {
  disk = new Map()
  asked = []
  windows = 1
  touchDisk = async () => undefined
  publish('one')
  vi.stubGlobal('location', new URL('sw.js', folder))
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('fetch', async (request: string | { url: string }) => {
    const url = typeof request === 'string' ? request : request.url
    const path = at(url).slice(folder.length) || 'index.html'
    asked.push(path)
    return host[path]?.() ?? answer('', 404)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a window that loads while another takes over a new deck gets every file of its own', async () => {
  const old = await workerOf('one')
  await old.start()
  publish('two')
  const next = await workerOf('two')
  await next.install()
  // The browser does not tell of a window that is loading: it has its page, and no script yet.
  expect(await old.get('', 'navigate')).toBe(pageOf('one', 'index'))
  await next.say('take-over')
  expect(next.skipWaiting).toHaveBeenCalledOnce()
  await next.start()
  expect(await next.get('assets/one.js')).toBe(scriptOf('one'))
  // As it asks for a file anew that did not come.
  expect(await next.get('assets/one.js?1')).toBe(scriptOf('one'))
  expect(await next.get('', 'navigate')).toBe(pageOf('two', 'index'))

  // Both have loaded; then one of them is closed, and the other is loaded again.
  windows = 2
  await next.say('presents')
  expect(await next.get('assets/one.js')).toBe(scriptOf('one'))
  windows = 1
  await next.say('presents')
  expect([...disk.keys()]).toEqual(['bao-cao-vien / two'])
  expect(await next.get('assets/two.js')).toBe(scriptOf('two'))
})

test('a deck that has loaded takes nothing from a newer one that is being kept, or waits', async () => {
  const old = await workerOf('one')
  await old.start()
  publish('two')
  const next = await workerOf('two')
  await next.install()
  for (const state of ['installing', 'waiting']) {
    old.registration[state] = {}
    await old.say('presents')
    delete old.registration[state]
  }
  expect([...disk.keys()]).toEqual(['bao-cao-vien / one', 'bao-cao-vien / two'])
})

const script = 'assets/two.js'

test.for<[string, string, () => Response | Promise<Response>]>([
  ['a script that is cut short', script, () => answer("start('tw")],
  ['a script that is empty', script, () => answer('')],
  ['a script in place of which a hotel asks for a name', script, () => html('<html></html>')],
  ['a script that was asked for too often', script, () => answer('', 429)],
  ['a part of a script', script, () => answer(scriptOf('two'), 206)],
  ['a script that has not changed, which nobody asked', script, () => answer('', 304)],
  ['a script that needs a password', script, () => answer('', 401)],
  ['a script during which the network is lost', script, () => Promise.reject(new TypeError())],
  ['a page that is cut short', 'index.html', () => html('<html data-page="two">ind')],
  ['a page of the deck before', 'index.html', () => html(pageOf('one', 'index'))],
])('nothing of a deck is kept with %s', async ([, path, give]) => {
  const old = await workerOf('one')
  await old.start()
  publish('two')
  host[path] = give
  const next = await workerOf('two')
  await expect(next.install()).rejects.toThrow()
  expect([...disk.keys()]).toEqual(['bao-cao-vien / one'])
  // The next visit finds it whole.
  publish('two')
  await next.install()
  expect(disk.get('bao-cao-vien / two')?.size).toBe(2)
})

test('a host may add to a page, and end the lines of a script otherwise', async () => {
  host['index.html'] = () => html(`${pageOf('one', 'index')}<script src="/counts.js"></script>`)
  host['assets/one.js'] = () => answer(`${scriptOf('one')}\r\n`)
  await (await workerOf('one')).install()
  expect(disk.get('bao-cao-vien / one')?.size).toBe(2)
})

test('speaker’s pages that a host withholds for a moment stay kept with a new deck', async () => {
  const old = await workerOf('one')
  await old.start()
  await old.say('keep-speaker')
  publish('two')
  const withheld = [() => answer('', 429), () => html('<html data-page="two">spe')]
  for (const give of withheld) {
    host['speaker.html'] = give
    await expect((await workerOf('two')).install()).rejects.toThrow()
  }
  // A host that has none is another matter.
  host['speaker.html'] = () => answer('', 404)
  await (await workerOf('two')).install()
})

test('a disk that is full leaves nothing half kept, and takes the deck once it has room', async () => {
  const worker = await workerOf('one')
  touchDisk = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  await expect(worker.install()).rejects.toThrow('full')
  expect(disk.size).toBe(0)
  touchDisk = async () => undefined
  await worker.install()
  expect(disk.get('bao-cao-vien / one')?.size).toBe(2)
})

test('a deck is said to be kept only while it is, and is kept again where it was lost', async () => {
  const worker = await workerOf('one')
  await worker.start()
  asked = []
  expect(await worker.say('keep')).toEqual([true])
  expect(asked).toEqual([])
  disk.clear()
  const { 'assets/one.js': script } = host
  delete host['assets/one.js']
  expect(await worker.say('keep')).toEqual([false])
  if (script) host['assets/one.js'] = script
  expect(await worker.say('keep')).toEqual([true])
  expect(disk.get('bao-cao-vien / one')?.size).toBe(2)
  touchDisk = () => Promise.reject(new Error('Unexpected internal error.'))
  disk.clear()
  expect(await worker.say('keep-speaker')).toEqual([false])
})

test('two windows that open the speaker’s screen at once have its pages kept once', async () => {
  const worker = await workerOf('one')
  await worker.start()
  asked = []
  await Promise.all([worker.say('keep-speaker'), worker.say('keep-speaker')])
  expect(asked).toEqual(['speaker.html'])
})

test.for([false, true])(
  'a disk that refuses or never answers keeps nobody from the network, a relay’s: %s',
  async (relay) => {
    const worker = await workerOf('one', relay)
    await worker.start()
    host['index.html'] = () => html('from the network')
    touchDisk = () => Promise.reject(new Error('Unexpected internal error.'))
    expect(await worker.get('', 'navigate')).toBe('from the network')
    vi.useFakeTimers()
    touchDisk = () => new Promise(() => undefined)
    const page = worker.get('', 'navigate')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await page).toBe('from the network')
  },
)

test('a slow disk is waited for where there is no network', async () => {
  const worker = await workerOf('one')
  await worker.start()
  host['index.html'] = () => Promise.reject(new TypeError('offline'))
  vi.useFakeTimers()
  touchDisk = () => new Promise((resolve) => setTimeout(resolve, 10_000))
  const page = worker.get('', 'navigate')
  await vi.advanceTimersByTimeAsync(11_000)
  expect(await page).toBe(pageOf('one', 'index'))
})

test('whoever opens a page that the audience’s cache lacks has no speaker’s pages kept', async () => {
  const worker = await workerOf('one')
  await worker.start()
  await worker.get('speaker.html')
  expect([...disk.keys()]).toEqual(['bao-cao-vien / one'])
})
