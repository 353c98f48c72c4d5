import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { createSite } from '../../../src/cli/serve/site.ts'
import type { Pairing } from '../../../src/relay/pairing/pairing.ts'
import { askForWorker } from '../offline/host-visits.ts'
import { newContext, openIn, presents, textOf } from '../support/browser.ts'
import { kill, listen, relayIn } from '../support/relay.ts'

/** One origin, on which now a relay is, now a plain site, now nothing. */
let server: Server
let serve: RequestListener
let asked: string[]
let folder: string
let origin: string
let keys: Pairing
let context: BrowserContext

const relay = (): RequestListener => {
  const made = relayIn(folder)
  keys = made.keys
  return (request, response) => made.server.emit('request', request, response)
}
const site = (): RequestListener => {
  const plain = createSite(inject('dist'))
  return (request, response) => plain.emit('request', request, response)
}
const nothing: RequestListener = (request) => request.socket.destroy()
const silence: RequestListener = () => undefined

/** Opens an origin, where one thing serves until a test puts another in its place. */
async function openOrigin(first: () => RequestListener) {
  // Cookies know no ports: those of an origin before would come along.
  await context.clearCookies()
  folder = await mkdtemp(join(tmpdir(), 'visits-'))
  asked = []
  serve = first()
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    serve(request, response)
  })
  origin = `http://127.0.0.1:${await listen(server)}`
}
async function closeOrigin() {
  await kill(server)
  await rm(folder, { recursive: true })
}

beforeAll(async () => {
  context = await newContext({ serviceWorkers: 'allow' })
  // Time goes by as ever until a test hastens it.
  await context.clock.install()
})
afterAll(() => context.close())
afterEach(async () => {
  for (const page of context.pages()) await page.close()
})

const isKept = (page: Page) =>
  expect
    .poll(() => textOf(page, '#help .offline'), { timeout: 15_000 })
    .toBe('Dùng được khi không có mạng')
// The speaker's screen that was paired here may have told what it shows, or may not.
const told = /^(Chưa bắt đầu trình bày|Đang theo người trình bày)$/
const follows = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.live p')].map((one) => one.textContent),
        ),
      { timeout: 15_000 },
    )
    .toEqual([expect.stringMatching(told)])
/** Waits until a page follows while its time goes by faster: what it waits before it tries again. */
const followsAgain = (page: Page) =>
  expect
    .poll(
      async () => {
        await page.clock.runFor(1000)
        return textOf(page, '.live p')
      },
      { timeout: 15_000 },
    )
    .toMatch(told)
const visit = async (path = '/') => {
  const { page } = await openIn(context, origin + path)
  await presents(page)
  await isKept(page)
  return page
}

describe('an origin where a relay is', () => {
  beforeAll(() => openOrigin(relay))
  afterAll(closeOrigin)

  test('whoever opens the address follows, at every visit and by every link', async () => {
    const page = await visit()
    await follows(page)
    for (let time = 2; time <= 10; time += 1) {
      await page.goto('about:blank')
      await page.goto(time % 2 ? `${origin}/#/con-so` : `${origin}/`)
      await presents(page)
      await follows(page)
    }
    expect(await page.evaluate(() => location.hash)).toContain('#/con-so')
    await page.goto(`${origin}/outline.html`)
    await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
    await presents(page)
    await follows(page)
  })

  test('where the relay ends, or does not answer, the deck opens as it last did', async () => {
    const page = await visit()
    await follows(page)
    // The worker waits for the relay as ever, but its time goes by faster.
    for (const worker of context.serviceWorkers()) {
      await worker.evaluate(() => {
        const wait = globalThis.setTimeout
        Object.assign(globalThis, { setTimeout: (run: () => void, ms = 0) => wait(run, ms / 20) })
      })
    }
    for (const none of [nothing, silence]) {
      serve = none
      await page.goto('about:blank')
      await page.goto(`${origin}/#/con-so`)
      await presents(page)
      expect(page.url()).toContain('?theo')
      expect(await page.locator('section.present').getAttribute('id')).toBe('con-so')
      serve = relay()
      server.closeAllConnections()
      await followsAgain(page)
    }
  })

  test('the pages that are not built have the deck’s fonts and a way back to it', async () => {
    for (const path of ['/live/pair', '/khong-co/trang-nao']) {
      const { page } = await openIn(context, origin + path)
      // Whoever is not paired may read them too.
      const fonts = () =>
        page.evaluate(() =>
          [...document.fonts]
            .filter(({ status }) => status === 'loaded')
            .map(({ family }) => family.replaceAll('"', '')),
        )
      await expect.poll(fonts).toEqual(expect.arrayContaining(['Source Serif 4', 'Be Vietnam Pro']))
      await page.getByRole('link', { name: 'Mở bộ trang chiếu' }).click()
      await presents(page)
      await page.close()
    }
  })

  test('a paired machine presents, with the relay and without it, and follows once it is not', async () => {
    const { page: pairing } = await openIn(context, `${origin}/live/pair#${keys.code}`)
    await pairing.waitForURL(`${origin}/speaker.html`)
    await pairing.close()
    const page = await visit()
    const presenting = async () => {
      await page.goto('about:blank')
      await page.goto(`${origin}/`)
      await presents(page)
      expect(page.url()).not.toContain('theo')
    }
    await presenting()
    const paired = serve
    serve = nothing
    await presenting()
    serve = paired
    await presenting()
    await keys.rotate()
    await page.goto('about:blank')
    await page.goto(`${origin}/`)
    await presents(page)
    await follows(page)
  })
})

describe('an origin where a site is at first', () => {
  beforeAll(() => openOrigin(site))
  afterAll(closeOrigin)

  test('a plain site is asked for the worker at a visit and for nothing else, and followed once it is a relay', async () => {
    const page = await visit()
    asked = []
    for (const hash of ['#/con-so', '']) {
      await page.goto('about:blank')
      await page.goto(`${origin}/${hash}`)
      await presents(page)
      await isKept(page)
    }
    expect(asked.filter((path) => path !== '/sw.js')).toEqual([])
    // One visit is enough.
    await page.close()
    serve = relay()
    const { page: next } = await openIn(context, `${origin}/`)
    await presents(next)
    await askForWorker(next)
    await follows(next)
  })
})
