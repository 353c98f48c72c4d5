import type { Browser } from 'playwright-core'
import { type Engine, newNest, type Window } from './engine.ts'

/** A page as Playwright and Puppeteer both have it. */
interface Page {
  goto(address: string): Promise<unknown>
  reload(): Promise<unknown>
  evaluate(expression: string): Promise<unknown>
  readonly keyboard: { press(key: string): Promise<void> }
  click(selector: string): Promise<void>
  close(): Promise<void>
}

/** A browser that is driven page by page. */
interface Pages {
  newPage(): Promise<Page>
  pages(): readonly Page[] | Promise<readonly Page[]>
  close(): Promise<void>
}

/** A browser of Playwright's with one person in it. */
export async function oneContext(browser: Browser): Promise<Pages> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  return {
    newPage: () => context.newPage(),
    pages: () => context.pages(),
    close: () => browser.close(),
  }
}

/** Drives a browser through one of the two libraries; `start` is told where downloads go. */
export async function engineOf(start: (downloads: string) => Promise<Pages>): Promise<Engine> {
  const { nest, clear } = await newNest()
  const { newPage, pages, close } = await start(nest).catch(async (error: unknown) => {
    await clear()
    throw error
  })
  const known = new Map<Page, Window>()
  const windowOf = (page: Page): Window => {
    const window: Window = known.get(page) ?? {
      visit: async (address) => void (await page.goto(address)),
      reload: async () => void (await page.reload()),
      value: (expression) => page.evaluate(expression),
      press: (key) => page.keyboard.press(key),
      click: (selector) => page.click(selector),
      close: () => page.close(),
    }
    known.set(page, window)
    return window
  }
  return {
    downloads: nest,
    async open(address) {
      const window = windowOf(await newPage())
      await window.visit(address)
      return window
    },
    windows: async () => (await pages()).map(windowOf),
    async stop() {
      await close()
      await clear()
    },
  }
}
