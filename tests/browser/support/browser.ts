import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { inject, vi } from 'vitest'
import { chromium } from '../../support/playwright.ts'

/** How a browser of the tests is started, so that it costs little. */
export const browserArgs: readonly string[] = [
  '--disable-gpu',
  // The windows of a context share a process, and none is started in reserve: a seventh of the
  // processor time of a test that opens three.
  '--renderer-process-limit=1',
  // Nothing is painted unless its picture is taken: a piece of a page has no room in the memory
  // that there is for pieces. Painting is a third of the processor time of opening the deck.
  '--default-tile-width=2048',
  '--default-tile-height=2048',
  // Pages live for seconds: compiling what is hot costs more than it saves there, as does moving
  // what soon dies from a small space to a larger one. A tenth of the renderers' processor time.
  '--js-flags=--no-opt --no-maglev --min-semi-space-size=16',
  ...(process.env.PAINTED ? [] : ['--force-gpu-mem-available-mb=1']),
]

/** Starts a browser; once more if it breaks as it starts, which one in some hundreds does. */
const launch = (again = true): Promise<Browser> => {
  const { path, env } = inject('program')
  const started = chromium.launch({
    executablePath: path,
    args: [...browserArgs],
    ...(env && { env }),
    timeout: 60_000,
  })
  return again ? started.catch(() => launch(false)) : started
}

let running: Promise<Browser> | undefined

/** The browser of this process, started on first use; it ends with the process. */
export const browser = (): Promise<Browser> => {
  running ??= launch()
  return running
}

/** A context of its own: one speaker's browser, its windows, its storage. */
export const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  (await browser()).newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    // Only the tests of a time without network want the files kept.
    serviceWorkers: 'block',
    ...options,
  })

/** What a page logs and what breaks on it, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The test's own doing, not the page's.
    if (message.text() === 'Service Worker registration blocked by Playwright') return
    // Playwright's queries by role look at all elements, in slides that are not laid out yet too.
    if (/^Rendering was performed in a subtree hidden/.test(message.text())) return
    complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`))
  page.on('requestfailed', (request) => {
    // What a page that was left had still on its way: letters, what a first key or a menu asks for,
    // and the sheets of a page that goes on as soon as it has read its address.
    const isLeft = request.failure()?.errorText === 'net::ERR_ABORTED'
    if (isLeft && /^(font|script|stylesheet|fetch)$/.test(request.resourceType())) return
    complaints.push(`failed: ${request.url()}`)
  })
  return complaints
}

/** A window of a context; `path` may be a whole address. `complaints` gathers what goes wrong. */
export async function openIn(
  context: BrowserContext,
  path = '/',
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints = complaintsOf(page)
  await page.goto(path.startsWith('/') ? inject('origin') + path : path)
  return { page, complaints }
}

/** A page of its own, closed by the caller; `complaints` gathers what it logs and what breaks. */
export const open = async (path = '/', options: BrowserContextOptions = {}) =>
  openIn(await newContext(options), path)

/**
 * Waits until a page has an element, again on the page that follows if it is left meanwhile.
 * Playwright's `waitForSelector` would send the page 700 kB of script first, a fifth of what the page
 * itself costs. Changes of the page are watched, because a test may have stopped its timers.
 */
export const has = (page: Page, selector: string): Promise<void> =>
  vi.waitFor(
    () =>
      page.evaluate(
        (selector) =>
          new Promise<void>((resolve) => {
            const isThere = () => document.querySelector(selector) !== null
            const observer = new MutationObserver(() => {
              if (!isThere()) return
              observer.disconnect()
              resolve()
            })
            if (isThere()) resolve()
            else observer.observe(document, { subtree: true, childList: true, attributes: true })
          }),
        selector,
      ),
    { timeout: 10_000 },
  )

/** The text of an element that is there; asks the page itself, as `has` does. */
export const textOf = (page: Page, selector: string): Promise<string | null | undefined> =>
  page.evaluate((selector) => document.querySelector(selector)?.textContent, selector)

/** Whether an element is there to be seen; asks the page itself, as `has` does. */
export const isVisible = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((selector) => {
    const found = document.querySelector(selector)
    const { width = 0, height = 0 } = found?.getBoundingClientRect() ?? {}
    return width * height > 0 && found?.checkVisibility({ visibilityProperty: true }) === true
  }, selector)

/** How many elements there are; asks the page itself, as `has` does. */
export const countOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((selector) => document.querySelectorAll(selector).length, selector)

/** Waits until a deck presents, in its own letters, with all that it loads once it works. */
export async function presents(page: Page): Promise<void> {
  await has(page, '.presenting section.present')
  await has(page, '.toolbar:not([hidden])')
  await page.evaluate(() => {
    // Starts the loading of the letters that it needs.
    document.body.getBoundingClientRect()
    return document.fonts.ready.then(() => undefined)
  })
}

/** Opens the deck and waits until it presents. */
export async function present(path = '/', options: BrowserContextOptions = {}) {
  const opened = await open(path, options)
  await presents(opened.page)
  return opened
}

/** Waits until a speaker's screen shows a slide. */
export const speaks = (page: Page) => has(page, '.speaking .present .frame section')

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

/** Where a speaker's screen is: slide id and number of steps shown. */
export const speakerPosition = (page: Page): Promise<{ id: string; step: number }> =>
  page.evaluate(() => ({
    id: document.querySelector<HTMLElement>('.present .frame')?.dataset.shown ?? '',
    step: document.querySelectorAll('.present .frame .fragment.visible').length,
  }))
