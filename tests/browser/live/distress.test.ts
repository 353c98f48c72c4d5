import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { newContext, openIn, presents } from '../support/browser.ts'
import { listen, relayIn } from '../support/relay.ts'

async function openRelay() {
  const folder = await mkdtemp(join(tmpdir(), 'distress-'))
  const { server } = relayIn(folder)
  const port = await listen(server)
  const die = () => {
    server.close()
    server.closeAllConnections()
  }
  onTestFinished(async () => {
    die()
    await rm(folder, { recursive: true })
  })
  return { die, origin: `http://127.0.0.1:${port}` }
}

test('a viewer is offered what is there, and told in the deck’s letters when it is not any more', async () => {
  const relay = await openRelay()
  const context = await newContext()
  onTestFinished(() => context.close())
  const link = `${relay.origin}/?utm_source=zalo&utm_medium=zalo&zarsrc=30`
  const { page, complaints } = await openIn(context, link)
  await presents(page)
  expect(page.url()).toBe(`${relay.origin}/?theo#/ngay-sach`)
  const stateLine = () => page.locator('.live p').textContent()
  await expect.poll(stateLine).toBe('Chưa bắt đầu trình bày')

  const ways = () =>
    page
      .locator('a[href]')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')).filter((href) => href?.includes('.html')),
      )
  const shown = await ways()
  expect(shown).not.toContain('review.html')
  expect(shown).toEqual(expect.arrayContaining(['outline.html?theo', 'check.html?theo']))
  await page.goto(`${relay.origin}/outline.html?theo`)
  await page.waitForFunction(() => !document.querySelector<HTMLElement>('.page-header nav')?.hidden)
  expect(await ways()).not.toContain('review.html')
  await page
    .locator('a[href="./?theo"]')
    .first()
    .evaluate((link: HTMLAnchorElement) => link.click())
  await presents(page)
  await expect.poll(stateLine).toBe('Chưa bắt đầu trình bày')
  // A page that leaves gives its line back.
  expect(complaints).toEqual([`failed: ${relay.origin}/live`])

  // Whoever knows the address all the same is led back.
  const lost = await openIn(context, `${relay.origin}/review.html`)
  expect(await lost.page.locator('h1').textContent()).toBe('Không tìm thấy địa chỉ này')
  expect(await violations(lost.page)).toEqual([])
  await lost.page.locator('a').click()
  await presents(lost.page)
  expect(lost.page.url()).toContain('/?theo')
  await lost.page.close()

  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  relay.die()
  await expect.poll(stateLine, { timeout: 15_000 }).toBe('Mất kết nối – đang nối lại')
  await page.keyboard.press('End')
  await expect.poll(stateLine).toBe('Đang tự xem. Mất kết nối – đang nối lại')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect(asked.filter((path) => path.endsWith('.woff2'))).toEqual([])
  expect(await page.locator('.notice').textContent()).toBe('')
  // A letter that nobody could foresee does not come, which is not news now.
  await page.evaluate(() => {
    document.querySelector('.announcer')?.append('Ẵ')
    document.querySelector('section.present h2')?.append('Ẵ')
    return document.fonts.ready.then(() => undefined)
  })
  await expect.poll(() => asked.some((path) => path.endsWith('.woff2'))).toBe(true)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  expect(await page.locator('.notice').textContent()).toBe('')
})

test('seven tabs of a followed deck all load, and the one that is looked at follows', async () => {
  const relay = await openRelay()
  const context = await newContext()
  onTestFinished(() => context.close())
  // No browser without windows hides a tab: each is told that it is, as a browser tells it.
  const hide = (hidden: boolean) => {
    const state = hidden ? 'hidden' : 'visible'
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  const stateLine = (page: Awaited<ReturnType<typeof openIn>>['page']) =>
    expect.poll(() => page.locator('.live p').textContent())
  const tabs = []
  for (let each = 0; each < 7; each++) {
    const { page } = await openIn(context, `${relay.origin}/`)
    await presents(page)
    await stateLine(page).toBe('Chưa bắt đầu trình bày')
    await page.evaluate(hide, true)
    tabs.push(page)
  }
  const [first] = tabs
  if (!first) throw new Error('no tab')
  await first.evaluate(hide, false)
  relay.die()
  await stateLine(first).toBe('Mất kết nối – đang nối lại')
}, 120_000)
