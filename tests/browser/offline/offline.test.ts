import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createSite } from '../../../src/cli/serve/site.ts'
import { notesIn } from '../../support/notes.ts'
import { slides } from '../../support/slides.ts'
import {
  complaintsOf,
  newContext,
  openIn,
  position,
  presents,
  speaks,
  textOf,
  walk,
} from '../support/browser.ts'
import { kill, listen } from '../support/relay.ts'
import { askForWorker } from './host-visits.ts'

let folder = ''
let server: Server
let origin = ''
let asked: string[] = []
/** What the server does with a path before it answers; `false` for no answer but an error. */
let meet: (path: string) => Promise<boolean> | boolean
/** One browser: each host has a port, thus an origin, of its own, on which nothing is kept yet. */
let context: BrowserContext
/** Its first window, the others being closed after each test. */
let first: Page

beforeAll(async () => {
  context = await newContext({ serviceWorkers: 'allow' })
  first = await context.newPage()
  first.setDefaultTimeout(10_000)
})
afterAll(() => context.close())
afterEach(async () => {
  const [, ...others] = context.pages()
  for (const page of others) await page.close()
  first.removeAllListeners()
  await first.goto('about:blank')
  await context.setOffline(false)
})

async function openHost() {
  folder = await mkdtemp(join(tmpdir(), 'hosted-'))
  await cp(inject('dist'), folder, { recursive: true })
  // Only what is changed below counts: no compressed copies of it.
  for (const name of ['index.html', 'sw.js']) {
    for (const ending of ['br', 'gz']) await rm(join(folder, `${name}.${ending}`))
  }
  asked = []
  meet = () => true
  const site = createSite(folder)
  server = createServer(async (request, response) => {
    asked.push(request.url ?? '')
    if (!(await meet(request.url ?? ''))) response.writeHead(500).end()
    else if (request.url?.startsWith('/live')) response.end(`live ${asked.length}`)
    else site.emit('request', request, response)
  })
  origin = `http://127.0.0.1:${await listen(server)}`
}
async function closeHost() {
  if (server.listening) await kill(server)
  await rm(folder, { recursive: true })
}

const ready = 'Dùng được khi không có mạng'
const state = (page: Page) => textOf(page, '#help .offline')
const open = async (path: string) => {
  const complaints = complaintsOf(first)
  await first.goto(origin + path)
  return { page: first, complaints }
}
const visit = async () => {
  const { page, complaints } = await open('/')
  await presents(page)
  await expect.poll(() => state(page), { timeout: 10_000, interval: 100 }).toBe(ready)
  return { page, complaints }
}

/** Every file the service worker keeps, by cache. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const files: { cache: string; path: string; text: string }[] = []
    for (const cache of await caches.keys()) {
      const store = await caches.open(cache)
      for (const request of await store.keys()) {
        const text = await (await store.match(request))?.text()
        files.push({ cache, path: new URL(request.url).pathname, text: text ?? '' })
      }
    }
    return files
  })

/** Puts another deck in the place of the first, as a new build does. */
async function publish(title: string) {
  const worker = await readFile(join(folder, 'sw.js'), 'utf8')
  const script = /assets\/index-[\w-]+\.js/.exec(worker)?.[0] ?? ''
  const renamed = script.replace('index-', `index-${title}-`)
  await rename(join(folder, script), join(folder, renamed))
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await writeFile(
    join(folder, 'index.html'),
    page.replaceAll(script, renamed).replace(/<title>[^<]*/, `<title>${title}`),
  )
  const other = worker.replaceAll(script, renamed).replace(/("?version"?:")\w+/, `$1${title}`)
  await writeFile(join(folder, 'sw.js'), other)
}

describe('a host visited for the first time', () => {
  beforeEach(openHost)
  afterEach(closeHost)

  test('after the first visit the whole deck works without a network, and says so', async () => {
    const { page, complaints } = await visit()
    // Good news are no notice.
    expect(await textOf(page, '.notice')).toBe('')
    await kill(server)
    await context.setOffline(true)
    await page.reload()
    await presents(page)
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
    const seen = new Set<string>()
    await walk(page, async ({ id }) => {
      seen.add(id)
    })
    expect(seen.size).toBe(slides.length)
    const failed = await page.evaluate(
      () =>
        [...document.fonts].filter(
          ({ family, status }) => status === 'error' && !family.includes('Fitted'),
        ).length,
    )
    expect(failed).toBe(0)
    expect(complaints).toEqual([])
    await page.goto(`${origin}/check.html`)
    expect(await page.title()).toContain('Trang kiểm tra')
  })

  test('a phone held upright keeps the deck too, once, and turns wide with it', async () => {
    await first.setViewportSize({ width: 360, height: 740 })
    await first.addInitScript(() => {
      const { register } = ServiceWorkerContainer.prototype
      ServiceWorkerContainer.prototype.register = function (...asked) {
        document.body.dataset.asked = `${document.body.dataset.asked ?? ''}x`
        return register.apply(this, asked)
      }
    })
    const { page, complaints } = await open('/')
    await expect.poll(() => state(page), { timeout: 10_000, interval: 100 }).toBe(ready)
    await page.setViewportSize({ width: 740, height: 360 })
    await presents(page)
    expect(await state(page)).toBe(ready)
    expect(await page.getAttribute('body', 'data-asked')).toBe('x')
    await kill(server)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.reload()
    expect(await page.locator('section:visible').count()).toBe(slides.length)
    expect(complaints).toEqual([])
    await page.setViewportSize({ width: 1280, height: 720 })
  })
})

const failed = 'Chưa lưu được để dùng khi không có mạng'

describe('a host visited again and again', () => {
  beforeAll(openHost)
  afterAll(closeHost)

  test('a first visit whose files do not all come says so, and the next one tries again', async () => {
    meet = (path) => path !== '/check.html'
    const { page } = await open('/')
    await presents(page)
    await expect.poll(() => state(page), { timeout: 10_000, interval: 100 }).toBe(failed)
    meet = () => true
    await page.reload()
    await expect.poll(() => state(page), { timeout: 10_000, interval: 100 }).toBe(ready)
  })

  test('the files kept for the audience hold no note, and the way to a live room is left alone', async () => {
    const { page } = await visit()
    const audience = await kept(page)
    expect(audience.map(({ path }) => path)).toContain('/index.html')
    expect(audience.length).toBeGreaterThan(10)
    for (const { text, path } of audience) expect(notesIn(text), path).toEqual([])
    expect(audience.filter(({ path }) => /speaker\.html|mang-theo|\.pdf/.test(path))).toEqual([])

    const ask = (path: string) => page.evaluate(async (path) => (await fetch(path)).text(), path)
    const answers = [await ask('/live'), await ask('/live'), await ask('/live/state')]
    expect(new Set(answers).size).toBe(3)
    expect(asked.filter((url) => url.startsWith('/live'))).toHaveLength(3)
    expect((await kept(page)).filter(({ path }) => path.startsWith('/live'))).toEqual([])
  })

  test('the speaker’s pages are kept once opened, and say so; before that they are not there', async () => {
    const { page } = await visit()
    const speaker = await context.newPage()
    speaker.setDefaultTimeout(10_000)
    const address = `${origin}/speaker.html`
    await context.setOffline(true)
    await expect(speaker.goto(address)).rejects.toThrow('net::ERR_')
    await speaker.waitForURL('chrome-error://chromewebdata/')
    await context.setOffline(false)

    // Where their own files are not kept, they say so.
    meet = (path) => path !== '/review.html'
    await speaker.goto(address)
    await speaks(speaker)
    const offline = () => textOf(speaker, '.offline')
    await expect.poll(offline).toBe(failed)

    let open = () => {}
    const opened = new Promise<boolean>((resolve) => {
      open = () => resolve(true)
    })
    meet = (path) => path !== '/review.html' || opened
    asked = []
    await speaker.reload()
    await speaks(speaker)
    await expect.poll(() => asked).toContain('/review.html')
    await speaker.waitForTimeout(300)
    expect(await offline()).toBe('Đang lưu để dùng khi không có mạng')
    open()
    await expect.poll(offline).toBe(ready)
    expect((await kept(page)).map(({ path }) => path)).toContain('/speaker.html')

    await kill(server)
    await context.setOffline(true)
    await speaker.reload()
    await speaks(speaker)
    await expect.poll(offline).toBe(ready)
    await expect.poll(() => textOf(speaker, '.partner-state')).toContain('Đã nối')
    await listen(server, Number(new URL(origin).port))
  })

  test('a new deck takes over as a whole where nobody has begun', async () => {
    const { page } = await visit()
    await publish('ban2')
    await page.reload()
    await expect.poll(() => page.title(), { timeout: 10_000, interval: 100 }).toBe('ban2')
    await presents(page)
    const paths = new Set((await kept(page)).map(({ path }) => path))
    expect([...paths].filter((path) => /\/index-.*\.js/.test(path))).toEqual([
      expect.stringContaining('index-ban2-'),
    ])
    await kill(server)
    await page.reload()
    await presents(page)
    expect(await page.title()).toBe('ban2')
    await listen(server, Number(new URL(origin).port))
  })

  test('a new deck waits while two windows are open, and both stay whole and old', async () => {
    const { page } = await visit()
    const { page: speaker } = await openIn(context, `${origin}/speaker.html`)
    await speaks(speaker)
    const before = await page.title()
    await publish('ban3')
    const waits = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        return registration?.waiting?.state
      })
    await page.reload()
    await presents(page)
    await askForWorker(page)
    await expect.poll(waits, { timeout: 10_000, interval: 100 }).toBe('installed')
    await page.reload()
    await presents(page)
    await speaker.reload()
    await speaks(speaker)
    await page.waitForTimeout(500)
    expect(await page.title()).toBe(before)
    expect(await waits()).toBe('installed')
    // Not even when a window asks for it that has not heard of the other yet.
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      registration?.waiting?.postMessage('take-over')
    })
    // A window that is being loaded is none to the worker, so it looks first.
    await page.waitForTimeout(500)
    await page.reload()
    await presents(page)
    expect(await page.title()).toBe(before)
    expect(await waits()).toBe('installed')
    await speaker.close()
    await page.goto('about:blank')
    // Chromium may hold a request that comes as it swaps the workers, while a protocol watches; and a
    // window that opens before the others are gone still gets the old deck.
    const next = await context.newPage()
    const titleAnew = async () => {
      await next.goto('about:blank')
      const opened = await next.goto(origin, { timeout: 6000 }).catch(() => null)
      return opened && next.title()
    }
    await expect.poll(titleAnew, { timeout: 30_000 }).toBe('ban3')
    await presents(next)
  })
})
