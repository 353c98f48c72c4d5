import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import { launch } from '../../src/cli/browser.ts'

let running: Promise<Browser> | undefined

afterAll(async () => {
  await (await running)?.close()
})

/** The browser of this test file, started on first use. */
export const browser = (): Promise<Browser> => {
  running ??= launch(inject('program'))
  return running
}

/** A page of its own, closed by the caller; `complaints` gathers what it logs and what breaks. */
export async function open(
  path = '/',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await (await browser()).newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  await page.goto(inject('origin') + path)
  return { page, complaints }
}

/** Opens the deck and waits until it presents. */
export async function present(path = '/', options: BrowserContextOptions = {}) {
  const opened = await open(path, options)
  await opened.page.waitForSelector('.presenting section.present')
  await opened.page.evaluate(() => document.fonts.ready.then(() => undefined))
  return opened
}

/** Where the deck is: slide id and number of steps shown. */
export const position = (page: Page): Promise<{ id: string; step: number }> =>
  page.evaluate(() => ({
    id: document.querySelector('section.present')?.id ?? '',
    step: document.querySelectorAll('section.present .fragment.visible').length,
  }))

/** Presses Page Down through the whole deck, calling back on every slide and step. */
export async function walk(
  page: Page,
  visit: (at: { id: string; step: number }) => Promise<void>,
): Promise<void> {
  for (let before = ''; ; ) {
    const at = await position(page)
    const now = `${at.id}/${at.step}`
    if (now === before) return
    await visit(at)
    before = now
    await page.keyboard.press('PageDown')
  }
}
