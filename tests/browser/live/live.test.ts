import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, inject, onTestFinished, test, vi } from 'vitest'
import { darkViolations, violations } from '../support/axe.ts'
import {
  complaintsOf,
  newContext,
  position,
  presents,
  speakerPosition,
  speaks,
  textOf,
} from '../support/browser.ts'
import { listen, relayIn } from '../support/relay.ts'

let folder = ''
let relay: ReturnType<typeof relayIn>
/** In front of the relay, as a proxy is; `passes` may answer in its stead. */
let front: Server
let passes: (path: string) => number
let origin = ''
/** Whether the relay hears nothing of others that there are. */
let cutOff = false
/** Windows on other machines: in use, and left over by the tests before. */
const used: Page[] = []
const idle: Page[] = []
/** Machines that are not as the others are. */
const contexts: BrowserContext[] = []

function startRelay() {
  relay = relayIn(folder, { state: { isCutOff: () => cutOff } })
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
  })
  origin = `http://127.0.0.1:${await listen(front)}`
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  for (const page of used.splice(0)) idle.push(await emptied(page))
  front.close()
  front.closeAllConnections()
  await rm(folder, { recursive: true })
})

/**
 * A window as good as new. Each test has a port, thus an origin, of its own, on which nothing is kept
 * yet; only cookies know no ports.
 */
async function emptied(page: Page): Promise<Page> {
  const context = page.context()
  for (const other of context.pages()) if (other !== page) await other.close()
  page.removeAllListeners()
  await page.goto('about:blank')
  await context.setOffline(false)
  await context.clearCookies()
  return page
}

async function newPage(options?: BrowserContextOptions): Promise<Page> {
  const context = await newContext(options)
  // Time goes by as ever until a test hastens it.
  if (!options) await context.clock.install()
  return context.newPage()
}

/** Opens an address in another browser, on another machine. */
async function openOn(address: string, options?: BrowserContextOptions) {
  const page = (!options && idle.pop()) || (await newPage(options))
  if (options) contexts.push(page.context())
  else used.push(page)
  page.setDefaultTimeout(10_000)
  const complaints = complaintsOf(page)
  await page.goto(address)
  return { page, complaints }
}

const patient = { timeout: 15_000, interval: 100 }
/** Reads a page again and again while its time goes by faster: what it waits before it tries again. */
const sooner = <Read>(page: Page, read: () => Promise<Read>) =>
  expect.poll(async () => {
    await page.clock.runFor(500)
    return read()
  }, patient)
const stateLine = (page: Page) => textOf(page, '.live p')
const says = (page: Page, text: string) => expect.poll(() => stateLine(page), patient).toBe(text)
const isAt = (page: Page, id: string, step: number) =>
  expect.poll(() => position(page), patient).toEqual({ id, step })
const following = 'Đang theo người trình bày'

async function viewer(options?: BrowserContextOptions) {
  const opened = await openOn(`${origin}/`, options)
  await presents(opened.page)
  return opened
}

/** A speaker's screen, paired by the link that the command prints. */
async function presenter() {
  const { page, complaints } = await openOn(`${origin}/live/pair#${relay.keys.code}`)
  await page.waitForURL(`${origin}/speaker.html`)
  await speaks(page)
  const state = () => textOf(page, '.live-state')
  await expect.poll(state).toContain('Đang phát trực tiếp')
  return { page, complaints, state }
}

test('the page that pairs is as the deck is, light or dark', async () => {
  const { page, complaints } = await openOn(`${origin}/live/pair`)
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await ground()).toBe('rgb(255, 253, 247)')
  expect(await violations(page)).toEqual([])
  expect(await darkViolations(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  for (const [colorScheme, color] of [
    ['light', 'rgb(255, 253, 247)'],
    ['dark', 'rgb(51, 10, 10)'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await ground()).toBe(color)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 720 })
  expect(complaints).toEqual([])
})

const press = async (page: Page, key: string, times = 1) => {
  for (let at = 0; at < times; at++) await page.keyboard.press(key)
}

test('another machine follows slide, step, a black and a white screen and the time to the start, looks around by itself, and is where the talk is after its net or the relay was away', async () => {
  const { page, complaints } = await viewer()
  expect(page.url()).toBe(`${origin}/?theo#/ngay-sach`)
  await says(page, 'Chưa bắt đầu trình bày')
  const speaker = await presenter()
  await says(page, following)
  await expect.poll(speaker.state).toBe('Đang phát trực tiếp: 1 màn hình đang theo')

  do await press(speaker.page, 'PageDown')
  while ((await speakerPosition(speaker.page)).step === 0)
  const shown = await speakerPosition(speaker.page)
  await isAt(page, shown.id, shown.step)
  await press(speaker.page, 'b')
  await page.waitForSelector('.paused', { state: 'attached' })
  await press(speaker.page, 'b')
  await page.waitForSelector('.reveal:not(.paused)', { state: 'attached' })
  await press(speaker.page, 'w')
  await page.waitForSelector('[data-screen="white"] .paused', { state: 'attached' })
  await press(speaker.page, 'PageUp')
  await page.waitForSelector('.reveal:not(.paused)', { state: 'attached' })
  await press(speaker.page, 'c')
  await speaker.page.locator('#waiting [data-minutes="15"]').click()
  const waits = (viewer: Page) => expect.poll(() => viewer.locator('.waiting .start').innerText())
  await waits(page).toMatch(/^Bắt đầu lúc\s+\d+:\d\d\s+còn 1[456] phút$/)
  // Late, and on a phone, where scrolling leads to the slides, to read meanwhile.
  const waiter = await openOn(`${origin}/`, { viewport: { width: 360, height: 740 } })
  await waits(waiter.page).toContain('Bắt đầu lúc')
  expect(await waiter.page.locator('.waiting .title').isVisible()).toBe(true)
  await waiter.page.mouse.move(100, 300)
  await waiter.page.mouse.wheel(0, 200)
  await says(waiter.page, 'Đang tự xem')
  expect(await waiter.page.locator('.waiting').count()).toBe(0)
  await press(speaker.page, 'PageDown')
  await page.waitForSelector('.reveal:not(.paused)', { state: 'attached' })
  await expect.poll(() => page.locator('.waiting').count()).toBe(0)

  // Late joiners land there at once, in whatever way they hold their screens.
  const late = await viewer()
  await isAt(late.page, shown.id, shown.step)
  const phone = await openOn(`${origin}/`, { viewport: { width: 360, height: 740 } })
  const top = () =>
    phone.page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, shown.id)
  await expect.poll(async () => Math.abs((await top()) ?? 999)).toBeLessThan(100)

  await press(page, 'Home')
  await says(page, 'Đang tự xem')
  await press(speaker.page, 'PageDown', 4)
  const moved = await speakerPosition(speaker.page)
  await isAt(late.page, moved.id, moved.step)
  await isAt(page, 'ngay-sach', 0)
  await page.getByRole('button', { name: 'Quay lại trang đang trình bày' }).click()
  await says(page, following)
  expect(await position(page)).toEqual(moved)
  expect([...complaints, ...speaker.complaints, ...late.complaints]).toEqual([])

  // A phone that leaves the net and comes back, its tab behind others.
  await press(speaker.page, 'PageDown', 2)
  const left = await speakerPosition(speaker.page)
  await isAt(page, left.id, left.step)
  // A line that is dead may not know it: this browser leaves open what was open.
  await page.context().setOffline(true)
  await says(page, 'Mất kết nối – đang nối lại')
  front.closeAllConnections()
  await press(speaker.page, 'PageDown', 3)
  // Put away meanwhile, as a pocket does.
  await (await page.context().newPage()).bringToFront()
  await page.context().setOffline(false)
  const there = await speakerPosition(speaker.page)
  await isAt(page, there.id, there.step)
  await says(page, following)

  // A relay that dies and comes back loses nobody.
  await press(speaker.page, 'PageDown', 3)
  const before = await speakerPosition(speaker.page)
  await isAt(page, before.id, before.step)
  passes = () => 502
  front.closeAllConnections()
  await says(page, 'Mất kết nối – đang nối lại')
  await press(speaker.page, 'PageDown', 3)
  await sooner(speaker.page, speaker.state).toBe(
    'Mất kết nối với máy chủ phát trực tiếp – đang nối lại',
  )
  expect(await position(page)).toEqual(before)
  startRelay()
  passes = () => 0
  await sooner(speaker.page, speaker.state).toContain('Đang phát trực tiếp')
  await sooner(page, () => stateLine(page)).toBe(following)
  const kept = await speakerPosition(speaker.page)
  await isAt(page, kept.id, kept.step)
})

test('a relay that is cut off from the one where the presenter is says so', async () => {
  // A relay looks once a second whether it is; this one when the test says so.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  startRelay()
  const cut = (is: boolean) => {
    cutOff = is
    vi.advanceTimersByTime(1000)
  }
  const { page } = await viewer()
  await says(page, 'Chưa bắt đầu trình bày')
  cut(true)
  await says(page, 'Mất kết nối – đang nối lại')
  cut(false)
  await says(page, 'Chưa bắt đầu trình bày')
  cut(true)
  await says(page, 'Mất kết nối – đang nối lại')
  // The presenter comes to this one.
  const speaker = await presenter()
  await says(page, following)
  await press(speaker.page, 'PageDown', 2)
  const { id, step } = await speakerPosition(speaker.page)
  await isAt(page, id, step)
})

test('where streams do not pass, the state is asked for', async () => {
  passes = (path) => (path === '/live' ? 502 : 0)
  const { page } = await viewer()
  await sooner(page, () => stateLine(page)).toBe('Chưa bắt đầu trình bày')
  passes = () => 0
  const speaker = await presenter()
  passes = (path) => (path === '/live' ? 502 : 0)
  await press(speaker.page, 'PageDown')
  passes = () => 0
  await press(speaker.page, 'PageDown')
  await sooner(page, async () => (await position(page)).id).not.toBe('ngay-sach')
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
  await expect
    .poll(first.state)
    .toBe('Máy khác đang trình bày, màn hình này đi theo. Bấm “Tiếp quản” để trình bày từ máy này.')
  expect(await position(page)).toEqual(further)
  await first.page.locator('.moves button', { hasText: 'Tiếp quản' }).click()
  await expect.poll(first.state).toContain('Đang phát trực tiếp')
  expect(await speakerPosition(first.page)).toEqual(further)
  // After a reload it is still the presenter.
  await first.page.reload()
  await speaks(first.page)
  await expect.poll(first.state).toContain('Đang phát trực tiếp')
  // Its place is on its disk, which may answer later.
  await expect.poll(() => speakerPosition(first.page)).toEqual(further)
})

test('a viewer keeps the deck for a time without network, and follows beside that', async () => {
  const { page } = await viewer({ serviceWorkers: 'allow' })
  const state = () => textOf(page, '#help .offline')
  await expect.poll(state, { timeout: 15_000 }).toBe('Dùng được khi không có mạng')
  await page.reload()
  await presents(page)
  const speaker = await presenter()
  await press(speaker.page, 'PageDown', 2)
  await says(page, following)
  front.close()
  front.closeAllConnections()
  await says(page, 'Mất kết nối – đang nối lại')
  await page.reload()
  await presents(page)
  await press(page, 'End')
  await expect.poll(() => stateLine(page)).toContain('Đang tự xem')
})

test('no other page asks for a relay, and what asks is small and comes when it is needed', async () => {
  const asked: string[] = []
  const { page: other } = await openOn('about:blank')
  const visit = async (path: string) => {
    const page = await other.context().newPage()
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(inject('origin') + path, { waitUntil: 'networkidle' })
    await page.close()
  }
  await Promise.all(['/', '/speaker.html', '/review.html'].map(visit))
  expect(asked).toContain('/speaker.html')
  expect(asked.filter((path) => /live|follow|broadcast/.test(path))).toEqual([])
  for (const name of ['bao-cao-vien', 'khan-gia']) {
    const text = await readFile(join(inject('dist'), `mang-theo/${name}.html`), 'utf8')
    expect(text).not.toMatch(/EventSource|live\/state/)
  }
  // On a machine of its own: where time can be hastened, what was loaded is not told.
  const { page } = await viewer({})
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const [script = ''] = loaded.filter((path) => path.includes('follow'))
  const code = await readFile(join(inject('dist'), script))
  expect(gzipSync(code).length).toBeLessThan(3000)
})
