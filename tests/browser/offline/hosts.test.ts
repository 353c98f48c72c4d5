import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { has, newContext, openIn, presents, speaks } from '../support/browser.ts'
import { type Host, type Manners, openHost, publish } from '../support/host.ts'
import {
  askForWorker,
  isKept,
  isRenewed,
  keptPages,
  meetHost,
  state,
  testVisits,
} from './host-visits.ts'

// Another two stand in `tests/long`: a plain host and a folder of one.
testVisits([
  { what: 'a host that leaves out .html', manners: { clean: true }, redirects: true },
  {
    what: 'a folder of a host that leaves out .html',
    manners: { clean: true, under: '/thang-5/' },
  },
  { what: 'a host with one page for all addresses', manners: { fallback: true } },
])

test('a browser whose worker once kept what was redirected shows the deck again', async () => {
  const { host, context } = await meetHost({ clean: true })
  const worker = await host.read('sw.js')
  const broken = `
    const cache = 'bao-cao-vien / 000000000000'
    const keep = async () => (await caches.open(cache)).addAll(['index.html', 'outline.html'])
    addEventListener('install', (event) => event.waitUntil(keep()))
    addEventListener('fetch', (event) => {
      const path = new URL(event.request.url).pathname.slice(1) || 'index.html'
      if (!path.endsWith('.html')) return
      event.respondWith(caches.match(new URL(path, location.href)))
    })`
  host.put('sw.js', broken)
  const { page } = await openIn(context, host.address)
  // It knows none of the questions that it is asked.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect(page.goto(`${host.address}?`)).rejects.toThrow('net::ERR_')
  host.put('sw.js', worker)
  const visit = async () => {
    await page.goto(host.address).catch(() => undefined)
    return page.evaluate(() => document.querySelectorAll('section').length)
  }
  // A browser asks for the worker some time after a visit; each visit puts that off.
  await expect.poll(visit, { timeout: 30_000, interval: 3000 }).toBe(slides.length)
  await presents(page)
  await isKept(page)
})

/** A host that the tests of a group visit one after another, in one window. */
function meetOnce(manners: Manners): { host: Host; context: BrowserContext; page: Page } {
  const met = {} as { host: Host; context: BrowserContext; page: Page }
  beforeAll(async () => {
    const host = await openHost(manners)
    const context = await newContext({ serviceWorkers: 'allow' })
    Object.assign(met, { host, context, page: await context.newPage() })
    met.page.setDefaultTimeout(10_000)
  })
  afterAll(async () => {
    await met.context.close()
    met.host.kill()
  })
  return met
}

describe('a host with one page for all addresses, and only some of the files', () => {
  const met = meetOnce({ fallback: true })

  test('a page that the host does not have is not kept by another’s content', async () => {
    const { host, page } = met
    host.put('outline.html')
    await page.goto(host.address)
    await presents(page)
    await expect
      .poll(() => state(page), { timeout: 30_000 })
      .toBe('Chưa lưu được để dùng khi không có mạng')
    expect(await keptPages(page)).toEqual({})
    host.restore('outline.html')
  })

  test('a new deck comes where the speaker’s pages are not there any more', async () => {
    const { host, page } = met
    await page.goto(`${host.address}speaker.html`)
    await speaks(page)
    await isKept(page)
    for (const name of ['speaker.html', 'review.html']) host.put(name)
    await publish(host, 'ban2')
    await page.goto(host.address)
    await presents(page)
    await askForWorker(page)
    await isRenewed(page, 'ban2')
    await isKept(page)
    expect(Object.keys(await keptPages(page)).sort()).toEqual([
      'check.html',
      'huong-dan.html',
      'index.html',
      'outline.html',
    ])
  })

  test('is offered for what it has, and its first page is not taken for a screen', async () => {
    const { host, context, page } = met
    for (const name of ['speaker.html', 'review.html', 'mang-theo/bao-cao-vien.html']) {
      host.put(name)
    }
    host.put('slides.pdf', '%PDF-1.7')
    await page.goto(host.address)
    await presents(page)
    await isKept(page)
    await page.keyboard.press('s')
    await expect
      .poll(() => page.locator('.notice').textContent())
      .toBe('Máy chủ này không có màn hình báo cáo viên. Mở tệp bao-cao-vien.html.')
    // What opened at the press closes again.
    await expect.poll(() => context.pages().length).toBe(1)
    await page.keyboard.press('i')
    const menu = page.getByRole('dialog', { name: 'In / Tải về' })
    await expect
      .poll(() => menu.getByRole('link').allTextContents())
      .toEqual([
        'Mở đề cương để in',
        'Trang chiếu (PDF)',
        'Bộ trang chiếu một tệp, cho người nghe (HTML)',
      ])
  })

  test('with the speaker’s screen opens it, and shows it again at another press', async () => {
    const { host, context, page } = met
    host.manners = { fallback: true, clean: true }
    for (const name of ['speaker.html', 'review.html']) host.restore(name)
    await page.goto(host.address)
    await presents(page)
    const opening = context.waitForEvent('page')
    await page.keyboard.press('s')
    const speaker = await opening
    await speaks(speaker)
    await speaker.waitForLoadState()
    let loads = 0
    speaker.on('load', () => loads++)
    await page.bringToFront()
    await page.keyboard.press('s')
    await isKept(page)
    expect(context.pages()).toHaveLength(2)
    expect(loads).toBe(0)
  })
})

describe('a host whose answers vary with everything', () => {
  const met = meetOnce({ vary: '*' })

  test('a page that a proxy still has of the build before is not kept for one of the new', async () => {
    const { host, page } = met
    await page.goto(host.address)
    await presents(page)
    await isKept(page)
    const [worker, old] = [await host.read('sw.js'), await host.read('index.html')]
    const mark = /"index\.html":"(\w+)"/.exec(worker)?.[1] ?? 'none'
    host.put(
      'sw.js',
      worker.replace(/"version":"\w+"/, '"version":"ban2"').replaceAll(mark, 'ban2'),
    )
    const versions = () => page.evaluate(() => caches.keys())
    const before = await versions()
    const update = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        await registration.update()
        const { installing } = registration
        if (!installing) return 'none'
        return new Promise((resolve) => {
          installing.addEventListener('statechange', () => resolve(installing.state))
        })
      })
    expect(await update()).toBe('redundant')
    await page.reload()
    await presents(page)
    expect(await page.title()).not.toBe('ban2')
    expect(await versions()).toEqual(expect.arrayContaining(before))
    host.put('index.html', old.replaceAll(mark, 'ban2').replace(/<title>[^<]*/, '<title>ban2'))
    await askForWorker(page)
    await isRenewed(page, 'ban2')
  })

  test('and that ends addresses with a slash, is done without', async () => {
    const { host, page } = met
    await page.goto(host.address)
    await presents(page)
    await isKept(page)
    host.kill()
    await page.goto(`${host.address}outline/`)
    await has(page, 'html.outlining')
    expect(new URL(page.url()).pathname).toBe('/outline.html')
    await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
    await presents(page)
  })
})
