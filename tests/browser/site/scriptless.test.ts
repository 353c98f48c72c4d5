import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { newContext, openIn, presents } from '../support/browser.ts'
import { openHost } from '../support/host.ts'

const pages = ['index', 'speaker', 'review', 'outline', 'check']
const words =
  'Các phím và nút ở đây chưa chạy. Tải lại trang, hoặc mở tệp mang-theo/bao-cao-vien.html bằng Chrome hoặc Edge.'
const word = (page: Page) => page.getByText('chưa chạy', { exact: false })
/** The word comes after six seconds, which are over at once here. */
async function isSaid(page: Page): Promise<void> {
  await word(page).waitFor({ state: 'attached' })
  expect(await word(page).isVisible()).toBe(false)
  const waits = await word(page).evaluate((word) =>
    word.getAnimations().map((animation) => {
      const { delay } = animation.effect?.getTiming() ?? {}
      animation.finish()
      return delay
    }),
  )
  expect(waits).toEqual([6000])
  expect(await word(page).isVisible()).toBe(true)
}

test('a page opened from a disk says what to open instead, and leads there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thẻ nhớ '))
  await cp(inject('dist'), folder, { recursive: true })
  const context = await newContext()
  const opened = await Promise.all(
    pages.map((name) => openIn(context, pathToFileURL(join(folder, `${name}.html`)).href)),
  )
  for (const { page } of opened) {
    await isSaid(page)
    expect(await word(page).textContent()).toBe(words)
    await page.emulateMedia({ media: 'print' })
    expect(await word(page).isVisible(), page.url()).toBe(false)
  }
  const [{ page: deck }] = opened as [(typeof opened)[number]]
  await deck.emulateMedia({ media: 'screen' })
  await deck.setViewportSize({ width: 360, height: 740 })
  expect(await violations(deck)).toEqual([])
  expect(await deck.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await deck.getByRole('link', { name: 'mang-theo/bao-cao-vien.html' }).click()
  await deck.locator('.narrow[data-file] section').first().waitFor()
  await context.close()
  await rm(folder, { recursive: true })
})

test('so does one from a host that calls scripts plain text', async () => {
  const host = await openHost({ script: 'text/plain' })
  const context = await newContext()
  const { page } = await openIn(context, host.address)
  await isSaid(page)
  await context.close()
  await host.close()
})

test('where scripts run, or are turned off, not a word of it is there to be seen or heard', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await newContext({ javaScriptEnabled })
    const { page, complaints } = await openIn(context, 'about:blank')
    for (const name of pages) {
      await page.goto(`${inject('origin')}/${name}.html`)
      const style = page.locator('.scriptless')
      if (javaScriptEnabled) expect(await style.count(), name).toBe(0)
      else expect(await style.evaluate((one) => getComputedStyle(one).display)).toBe('none')
      expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    }
    await context.close()
  }
})

test('on a slow line it goes once the scripts have come', async () => {
  const context = await newContext()
  const page = await context.newPage()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(inject('origin'), { waitUntil: 'commit' })
  await isSaid(page)
  release()
  await presents(page)
  expect(await word(page).count()).toBe(0)
  await context.close()
})

test('a policy that lets no style stand in a page leaves it out of sight', async () => {
  const context = await newContext()
  const page = await context.newPage()
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    if (route.request().resourceType() === 'script') return route.abort()
    const headers = { ...response.headers(), 'content-security-policy': "style-src 'self'" }
    return route.fulfill({ response, headers })
  })
  await page.goto(`${inject('origin')}/outline.html`)
  expect(await page.locator('.scriptless').isHidden()).toBe(true)
  expect(await page.locator('.scriptless').evaluate((one) => getComputedStyle(one).display)).toBe(
    'none',
  )
  await context.close()
})
