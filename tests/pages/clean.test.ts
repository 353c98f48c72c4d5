import { describe, expect, inject, test } from 'vitest'
import { securityHeaders } from '../../src/cli/policy.ts'
import { violations } from './axe.ts'
import { newContext, open, openIn, present, presents, speaks, walk } from './browser.ts'

/** The policy of a host that knows nothing of the deck’s pages. */
const strictest = { 'content-security-policy': securityHeaders['Content-Security-Policy'] ?? '' }

describe.for(['light', 'dark'] as const)('axe in the %s scheme', (colorScheme) => {
  test('finds nothing on the dialogs, nor with the buttons shown', async () => {
    const { page } = await present('/', { colorScheme })
    for (const key of ['m', '/', 'h']) {
      await page.keyboard.press(key)
      if (key === '/') await page.keyboard.type('can bo')
      expect(await violations(page), key).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    }
    await page.evaluate(() => {
      window.open = () => null
    })
    await page.keyboard.press('s')
    expect(await violations(page), 'blocked').toEqual([])
    await page.keyboard.press('Escape')
    await page.mouse.move(200, 200)
    expect(await violations(page), 'buttons').toEqual([])
    await page.keyboard.press('b')
    expect(await violations(page), 'black').toEqual([])
    await page.context().close()
  })

  test.for([1366, 360])(
    'finds nothing on the speaker’s screen of %i px, in any of its states',
    async (width) => {
      const { page, complaints } = await open('/speaker.html', {
        colorScheme,
        viewport: { width, height: 768 },
      })
      await speaks(page)
      for (const number of ['1', '2', '3', '6', '13', '17', '20', '21']) {
        await page.keyboard.type(number)
        await page.keyboard.press('Enter')
        await page.keyboard.press('PageDown')
        expect(await violations(page), `page ${number}`).toEqual([])
      }
      for (const key of ['m', '/', 'h']) {
        await page.keyboard.press(key)
        expect(await violations(page), key).toEqual([])
        await page.keyboard.press('Escape')
      }
      await page.getByRole('button', { name: 'Đặt lại', exact: true }).click()
      expect(await violations(page), 'reset').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('b')
      expect(await violations(page), 'black').toEqual([])
      await page.locator('.skipped').evaluate((one: HTMLElement) => {
        one.hidden = false
      })
      expect(await violations(page), 'skipped').toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  test('finds nothing on the page that is read on a phone', async () => {
    const { page } = await open('/', { colorScheme, viewport: { width: 360, height: 740 } })
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

test('under the strict policy the whole deck runs without a word in the console', async () => {
  const { page, complaints } = await present()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.evaluate(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(violatedDirective, blockedURI),
    )
  })
  await walk(page, async () => {})
  for (const key of ['o', 'Enter', 'b', 'b', 'd', 'd', 'F5', 'Home']) await page.keyboard.press(key)
  await page.mouse.move(200, 200)
  await page.pdf()
  expect(complaints).toEqual([])
  expect(requests.filter((url) => !url.startsWith(inject('origin')))).toEqual([])
  await page.context().close()
})

test('where a host lets no style stand in a page, the deck fetches it as a file', async () => {
  const context = await newContext()
  await context.route(`${inject('origin')}/`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), ...strictest } })
  })
  const { page } = await openIn(context)
  await presents(page)
  expect(await page.evaluate(() => document.querySelector('style')?.sheet)).toBeNull()
  const font = () =>
    page.evaluate(() => {
      const title = document.querySelector('section.present h1')
      return title && getComputedStyle(title).fontFamily
    })
  await expect.poll(font).toContain('Source Serif 4')
  await context.close()
})

test('the first load asks its own server for seven files, under 90 kB', async () => {
  const { page } = await present()
  const { urls, bytes } = await page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[]
    return {
      urls: entries.map(({ name }) => name),
      bytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0),
    }
  })
  expect(urls.every((url) => url.startsWith(inject('origin')))).toBe(true)
  expect(urls.filter((url) => url.endsWith('.woff2')).length).toBe(3)
  expect(urls.length).toBeLessThanOrEqual(7)
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(90_000)
  await page.context().close()
})

test('with the network cut after the first slide, every slide still shows', async () => {
  const { page, complaints } = await present()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  const seen: string[] = []
  await walk(page, async ({ id }) => {
    seen.push(id)
    expect(await page.locator(`#${id} .title`).textContent()).not.toBe('')
    const faces = await page.evaluate(
      () => [...document.fonts].filter((f) => f.status === 'error').length,
    )
    expect(faces).toBe(0)
  })
  expect(new Set(seen).size).toBe(21)
  expect(complaints).toEqual([])
  await page.context().close()
})
