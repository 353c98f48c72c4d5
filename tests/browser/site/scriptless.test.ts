import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { has, newContext, openIn, presents } from '../support/browser.ts'
import { holdScripts } from '../support/page-actions.ts'

const pages = ['speaker', 'review', 'outline', 'check', 'index']
const words =
  'Các phím và nút ở đây chưa chạy. Tải lại trang, hoặc mở tệp mang-theo/bao-cao-vien.html bằng Chrome hoặc Edge.'

/** The word on a page, and whether it is to be seen; asks the page itself, as `has` does. */
const word = (page: Page) =>
  page.evaluate(() => {
    const word = document.querySelector('.scriptless')
    return {
      text: word?.textContent,
      isSeen: word?.checkVisibility({ visibilityProperty: true }),
      display: word && getComputedStyle(word).display,
    }
  })

/** The word comes after six seconds, which are over at once here. */
async function isSaid(page: Page): Promise<void> {
  await has(page, '.scriptless')
  expect(await word(page)).toMatchObject({ text: words, isSeen: false })
  const waits = await page.evaluate(() =>
    document
      .querySelector('.scriptless')
      ?.getAnimations()
      .map((animation) => {
        const { delay } = animation.effect?.getTiming() ?? {}
        animation.finish()
        return delay
      }),
  )
  expect(waits).toEqual([6000])
  expect(await word(page)).toMatchObject({ text: words, isSeen: true })
}

test('a page opened from a disk says what to open instead, and leads there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thẻ nhớ '))
  await cp(inject('dist'), folder, { recursive: true })
  const context = await newContext()
  const { page } = await openIn(context, 'about:blank')
  for (const name of pages) {
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
    await isSaid(page)
    await page.emulateMedia({ media: 'print' })
    expect(await word(page), name).toMatchObject({ isSeen: false })
    await page.emulateMedia({ media: 'screen' })
  }
  // Its time begins anew with the screen.
  await isSaid(page)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('link', { name: 'mang-theo/bao-cao-vien.html' }).click()
  await has(page, '.narrow[data-file] section')
  await context.close()
  await rm(folder, { recursive: true })
})

test('so does one from a host that calls scripts plain text', async () => {
  const context = await newContext()
  await context.route('**/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, contentType: 'text/plain' })
  })
  const { page } = await openIn(context)
  await isSaid(page)
  await context.close()
})

test('where scripts run, or are turned off, not a word of it is there to be seen or heard', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await newContext({ javaScriptEnabled })
    const { page, complaints } = await openIn(context, 'about:blank')
    for (const name of pages) {
      await page.goto(`${inject('origin')}/${name}.html`)
      const { display } = await word(page)
      expect(display, name).toBe(javaScriptEnabled ? null : 'none')
      expect(complaints.filter((complaint) => !/^failed: .*\.js$/.test(complaint))).toEqual([])
    }
    await context.close()
  }
})

test('on a slow line it goes once the scripts have come', async () => {
  const context = await newContext()
  const page = await context.newPage()
  const release = await holdScripts(page)
  await page.goto(inject('origin'), { waitUntil: 'commit' })
  await isSaid(page)
  release()
  await presents(page)
  expect(await word(page)).toMatchObject({ display: null })
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
  expect(await word(page)).toMatchObject({ isSeen: false, display: 'none' })
  await context.close()
})
