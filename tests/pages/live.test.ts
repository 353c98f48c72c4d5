import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { deckOutline } from '../../src/build/entry.ts'
import { securityHeaders } from '../../src/cli/policy.ts'
import { respond } from '../../src/cli/site.ts'
import { isForAudience } from '../../src/live/audience.ts'
import { fileBus } from '../../src/live/bus.ts'
import { type Keys, keysOn } from '../../src/live/keys.ts'
import { createRelay, type Relay } from '../../src/live/server.ts'
import { violations } from './axe.ts'
import { newContext, openIn, position, presents, speakerPosition, speaks } from './browser.ts'

let folder = ''
let relay: Relay
let keys: Keys
/** In front of the relay, as a proxy is; `passes` may answer in its stead. */
let front: Server
let passes: (path: string) => number
let origin = ''
/** Whether the relay hears nothing of others that there are. */
let cutOff = false
const contexts: BrowserContext[] = []

function startRelay() {
  const outline = deckOutline()
  const bus = { ...fileBus(join(folder, 'live.json'), outline), isCutOff: () => cutOff }
  keys = keysOn(bus.ring)
  relay = createRelay({
    outline,
    keys,
    bus,
    headers: securityHeaders,
    connections: 500,
    site: (request, response, paired) =>
      respond(inject('dist'), request, response, { isOpen: isForAudience, paired }),
  })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-'))
  startRelay()
  passes = () => 0
  cutOff = false
  front = createServer((request, response) => {
    const status = passes(request.url ?? '')
    if (status > 0) response.writeHead(status).end()
    else relay.server.emit('request', request, response)
  }).listen(0, '127.0.0.1')
  await once(front, 'listening')
  origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  front.close()
  front.closeAllConnections()
  await rm(folder, { recursive: true })
})

/** Another browser, on another machine. */
async function machine(options = {}): Promise<BrowserContext> {
  const context = await newContext(options)
  contexts.push(context)
  return context
}

const line = (page: Page) => page.locator('.live p').textContent()
const says = (page: Page, text: string) =>
  expect.poll(() => line(page), { timeout: 15_000 }).toBe(text)
const isAt = (page: Page, id: string, step: number) =>
  expect.poll(() => position(page), { timeout: 15_000 }).toEqual({ id, step })
const following = 'Đang theo người trình bày'

async function viewer(options = {}) {
  const opened = await openIn(await machine(options), `${origin}/`)
  await presents(opened.page)
  return opened
}

/** A speaker's screen, paired by the link that the command prints. */
async function presenter() {
  const { page, complaints } = await openIn(await machine(), `${origin}/live/pair#${keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  const state = () => page.locator('.live-state').textContent()
  await expect.poll(state).toContain('Đang phát trực tiếp')
  return { page, complaints, state }
}

test.for(['light', 'dark'] as const)(
  'the page that pairs is as the deck is, %s',
  async (scheme) => {
    const context = await machine({ colorScheme: scheme })
    const { page, complaints } = await openIn(context, `${origin}/live/pair`)
    const ground = { light: 'rgb(255, 253, 247)', dark: 'rgb(51, 10, 10)' }[scheme]
    expect(
      await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    ).toBe(ground)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(complaints).toEqual([])
  },
)

const press = async (page: Page, key: string, times = 1) => {
  for (let at = 0; at < times; at++) await page.keyboard.press(key)
}

test('another machine follows slide, step and darkness, and looks around by itself', async () => {
  const { page, complaints } = await viewer()
  expect(page.url()).toBe(`${origin}/?theo#/hoi-nghi`)
  await says(page, 'Chưa bắt đầu trình bày')
  const desk = await presenter()
  await says(page, following)
  await expect.poll(desk.state).toBe('Đang phát trực tiếp: 1 màn hình đang theo')

  do await press(desk.page, 'PageDown')
  while ((await speakerPosition(desk.page)).step === 0)
  const shown = await speakerPosition(desk.page)
  await isAt(page, shown.id, shown.step)
  await press(desk.page, 'b')
  await page.waitForSelector('.paused', { state: 'attached' })
  await press(desk.page, 'b')
  await page.waitForSelector('.reveal:not(.paused)', { state: 'attached' })

  // Late joiners land there at once, in whatever way they hold their screens.
  const late = await viewer()
  await isAt(late.page, shown.id, shown.step)
  const phone = await openIn(await machine({ viewport: { width: 360, height: 740 } }), `${origin}/`)
  const top = () =>
    phone.page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, shown.id)
  await expect.poll(async () => Math.abs((await top()) ?? 999)).toBeLessThan(100)

  await press(page, 'Home')
  await says(page, 'Đang tự xem')
  await press(desk.page, 'PageDown', 4)
  const moved = await speakerPosition(desk.page)
  await isAt(late.page, moved.id, moved.step)
  await isAt(page, 'hoi-nghi', 0)
  await page.locator('.live button').click()
  await says(page, following)
  expect(await position(page)).toEqual(moved)
  expect([...complaints, ...desk.complaints, ...late.complaints]).toEqual([])
})

test('a relay that dies and comes back loses nobody', async () => {
  const { page } = await viewer()
  const desk = await presenter()
  await press(desk.page, 'PageDown', 3)
  const before = await speakerPosition(desk.page)
  await isAt(page, before.id, before.step)
  passes = () => 502
  front.closeAllConnections()
  await says(page, 'Mất kết nối – đang nối lại')
  await press(desk.page, 'PageDown', 3)
  await expect.poll(desk.state).toBe('Mất kết nối với máy chủ trực tiếp – đang nối lại')
  expect(await position(page)).toEqual(before)
  startRelay()
  passes = () => 0
  await expect.poll(desk.state, { timeout: 15_000 }).toContain('Đang phát trực tiếp')
  await says(page, following)
  const shown = await speakerPosition(desk.page)
  await isAt(page, shown.id, shown.step)
})

test('a phone that leaves the net and comes back is where the talk is, its tab behind others or not', async () => {
  const { page } = await viewer()
  const desk = await presenter()
  await press(desk.page, 'PageDown', 2)
  await says(page, following)
  // A line that is dead may not know it: this browser leaves open what was open.
  await page.context().setOffline(true)
  await says(page, 'Mất kết nối – đang nối lại')
  front.closeAllConnections()
  await press(desk.page, 'PageDown', 3)
  // Put away meanwhile, as a pocket does.
  await (await page.context().newPage()).bringToFront()
  await page.context().setOffline(false)
  const { id, step } = await speakerPosition(desk.page)
  await isAt(page, id, step)
  await says(page, following)
})

test('a relay that is cut off from the one where the presenter is says so', async () => {
  const { page } = await viewer()
  await says(page, 'Chưa bắt đầu trình bày')
  cutOff = true
  await says(page, 'Mất kết nối – đang nối lại')
  cutOff = false
  await says(page, 'Chưa bắt đầu trình bày')
  cutOff = true
  await says(page, 'Mất kết nối – đang nối lại')
  // The presenter comes to this one.
  const desk = await presenter()
  await says(page, following)
  await press(desk.page, 'PageDown', 2)
  const { id, step } = await speakerPosition(desk.page)
  await isAt(page, id, step)
})

test('where streams do not pass, the state is asked for', async () => {
  passes = (path) => (path === '/live' ? 502 : 0)
  const { page } = await viewer()
  await says(page, 'Chưa bắt đầu trình bày')
  passes = () => 0
  const desk = await presenter()
  passes = (path) => (path === '/live' ? 502 : 0)
  await press(desk.page, 'PageDown')
  passes = () => 0
  await press(desk.page, 'PageDown')
  await expect.poll(async () => (await position(page)).id, { timeout: 15_000 }).not.toBe('hoi-nghi')
  await says(page, following)
})

test('a second presenter goes on where the first was, who is told and may take over again', async () => {
  const { page } = await viewer()
  const first = await presenter()
  await press(first.page, 'PageDown', 3)
  const where = await speakerPosition(first.page)
  await isAt(page, where.id, where.step)
  const second = await presenter()
  expect(await speakerPosition(second.page)).toEqual(where)
  await press(second.page, 'PageDown', 6)
  const further = await speakerPosition(second.page)
  await isAt(page, further.id, further.step)
  await press(first.page, 'Home')
  await expect.poll(first.state).toBe('Máy khác đang trình bày.')
  expect(await position(page)).toEqual(further)
  await first.page.locator('.moves button', { hasText: 'Tiếp quản' }).click()
  await expect.poll(first.state).toContain('Đang phát trực tiếp')
  expect(await speakerPosition(first.page)).toEqual(further)
  // After a reload it is still the presenter.
  await first.page.reload()
  await speaks(first.page)
  await expect.poll(first.state).toContain('Đang phát trực tiếp')
  expect(await speakerPosition(first.page)).toEqual(further)
})

test('a viewer keeps the deck for a time without network, and follows beside that', async () => {
  const { page } = await viewer({ serviceWorkers: 'allow' })
  const state = () => page.locator('#help .offline').textContent()
  await expect.poll(state, { timeout: 15_000 }).toBe('Dùng được khi không có mạng')
  await page.reload()
  await presents(page)
  const desk = await presenter()
  await press(desk.page, 'PageDown', 2)
  await says(page, following)
  front.close()
  front.closeAllConnections()
  await says(page, 'Mất kết nối – đang nối lại')
  await page.reload()
  await presents(page)
  await press(page, 'End')
  await expect.poll(() => line(page)).toContain('Đang tự xem')
})

test('no other page asks for a relay, and what asks is small and comes when it is needed', async () => {
  const asked: string[] = []
  const context = await machine()
  context.on('request', (request) => asked.push(new URL(request.url()).pathname))
  for (const path of ['/', '/speaker.html', '/review.html']) {
    const { page } = await openIn(context, path)
    await page.waitForLoadState('networkidle')
  }
  expect(asked).toContain('/speaker.html')
  expect(asked.filter((path) => /live|follow|broadcast/.test(path))).toEqual([])
  for (const name of ['bao-cao-vien', 'khan-gia']) {
    const text = await readFile(join(inject('dist'), `mang-theo/${name}.html`), 'utf8')
    expect(text).not.toMatch(/EventSource|live\/state/)
  }
  const { page } = await viewer()
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const [script = ''] = loaded.filter((path) => path.includes('follow'))
  const code = await readFile(join(inject('dist'), script))
  expect(gzipSync(code).length).toBeLessThan(3000)
})
