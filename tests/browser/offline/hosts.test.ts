import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { has, openIn, presents, speaks } from '../support/browser.ts'
import { type Host, type Manners, publish } from '../support/host.ts'
import { isKept, keptPages, meetHost, state, testVisits } from './host-visits.ts'

let host: Host
let context: BrowserContext

async function meet(manners: Manners): Promise<void> {
  ;({ host, context } = await meetHost(manners))
}

// Another two stand in `tests/long`: a plain host and a folder of one.
testVisits([
  { what: 'a host that leaves out .html', manners: { clean: true }, redirects: true },
  {
    what: 'a folder of a host that leaves out .html',
    manners: { clean: true, under: '/thang-5/' },
  },
  { what: 'a host with one page for all addresses', manners: { fallback: true } },
])

test('a page that the host does not have is not kept by another’s content', async () => {
  await meet({ fallback: true })
  await rm(join(host.folder, 'outline.html'))
  const { page } = await openIn(context, host.address)
  await presents(page)
  await expect
    .poll(() => state(page), { timeout: 30_000 })
    .toBe('Chưa lưu được để dùng khi không có mạng')
  expect(await keptPages(page)).toEqual({})
})

test('a new deck comes where the speaker’s pages are not there any more', async () => {
  await meet({ fallback: true })
  const { page } = await openIn(context, `${host.address}speaker.html`)
  await speaks(page)
  await isKept(page)
  for (const name of ['speaker.html', 'review.html']) await rm(join(host.folder, name))
  await publish(host, 'ban2')
  await page.goto(host.address)
  await expect.poll(() => page.title(), { timeout: 30_000, interval: 200 }).toBe('ban2')
  await isKept(page)
  expect(Object.keys(await keptPages(page)).sort()).toEqual([
    'check.html',
    'huong-dan.html',
    'index.html',
    'outline.html',
  ])
})

test('a browser whose worker once kept what was redirected shows the deck again', async () => {
  await meet({ clean: true })
  const worker = await readFile(join(host.folder, 'sw.js'), 'utf8')
  const broken = `
    const cache = 'bao-cao-vien / 000000000000'
    const keep = async () => (await caches.open(cache)).addAll(['index.html', 'outline.html'])
    addEventListener('install', (event) => event.waitUntil(keep()))
    addEventListener('fetch', (event) => {
      const path = new URL(event.request.url).pathname.slice(1) || 'index.html'
      if (!path.endsWith('.html')) return
      event.respondWith(caches.match(new URL(path, location.href)))
    })`
  await writeFile(join(host.folder, 'sw.js'), broken)
  const { page } = await openIn(context, host.address)
  await isKept(page)
  await expect(page.goto(`${host.address}?`)).rejects.toThrow('net::ERR_')
  await writeFile(join(host.folder, 'sw.js'), worker)
  const visit = async () => {
    await page.goto(host.address).catch(() => undefined)
    return page.locator('section').count()
  }
  // A browser asks for the worker some time after a visit; each visit puts that off.
  await expect.poll(visit, { timeout: 30_000, interval: 3000 }).toBe(slides.length)
  await presents(page)
  await isKept(page)
})

describe('a host with one page for all addresses, and only some of the files', () => {
  test('is offered for what it has, and its first page is not taken for a screen', async () => {
    await meet({ fallback: true })
    for (const name of ['speaker.html', 'review.html', 'mang-theo/bao-cao-vien.html']) {
      await rm(join(host.folder, name))
    }
    await writeFile(join(host.folder, 'slides.pdf'), '%PDF-1.7')
    const { page } = await openIn(context, host.address)
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
    await meet({ fallback: true, clean: true })
    const { page } = await openIn(context, host.address)
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

test('a page that a proxy still has of the build before is not kept for one of the new', async () => {
  await meet({})
  const { page } = await openIn(context, host.address)
  await presents(page)
  await isKept(page)
  const read = (name: string) => readFile(join(host.folder, name), 'utf8')
  const [worker, old] = [await read('sw.js'), await read('index.html')]
  const mark = /"index\.html":"(\w+)"/.exec(worker)?.[1] ?? 'none'
  await writeFile(
    join(host.folder, 'sw.js'),
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
  await writeFile(
    join(host.folder, 'index.html'),
    old.replaceAll(mark, 'ban2').replace(/<title>[^<]*/, '<title>ban2'),
  )
  await page.reload()
  await expect.poll(() => page.title(), { timeout: 30_000, interval: 200 }).toBe('ban2')
})

test('a host whose answers vary with everything, and that ends addresses with a slash, is done without', async () => {
  await meet({ vary: '*' })
  const { page } = await openIn(context, host.address)
  await presents(page)
  await isKept(page)
  host.kill()
  await page.goto(`${host.address}outline/`)
  await has(page, 'html.outlining')
  expect(new URL(page.url()).pathname).toBe('/outline.html')
  await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
  await presents(page)
})
