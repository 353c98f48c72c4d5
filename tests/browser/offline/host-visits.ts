import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { has, newContext, openIn, presents, speaks, textOf } from '../support/browser.ts'
import { type Host, type Manners, openHost, publish } from '../support/host.ts'

/** A host and a browser that keeps its files, both for one test. */
export async function meetHost(manners: Manners): Promise<{ host: Host; context: BrowserContext }> {
  const host = await openHost(manners)
  const context = await newContext({ serviceWorkers: 'allow' })
  onTestFinished(async () => {
    await context.close()
    host.kill()
  })
  return { host, context }
}

const kept = 'Dùng được khi không có mạng'
/** What a page says of its use without a network. */
export const state = (page: Page) => textOf(page, '.offline')
/** Waits until a page says that it can be used without a network. */
export const isKept = (page: Page) =>
  expect.poll(() => state(page), { timeout: 30_000, interval: 100 }).toBe(kept)

/**
 * Has the browser ask for the worker now, as it does by itself a second or two after a visit. Resolves
 * once it has asked.
 */
export const askForWorker = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })

/** Waits until a page was loaded again with a new deck. */
export const isRenewed = async (page: Page, title: string): Promise<void> => {
  await expect.poll(() => page.title(), { timeout: 30_000, interval: 100 }).toBe(title)
  await presents(page)
}

/** What each cache holds: under which name, and which page that is by its class. */
export const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const pages: Record<string, string | undefined> = {}
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const { url } of await cache.keys()) {
        if (!url.endsWith('.html')) continue
        const text = await (await cache.match(url))?.text()
        pages[url.replace(/.*\//, '')] = /<html[^>]* class="([^"]*)"/.exec(text ?? '')?.[1]
      }
    }
    return pages
  })

/** A host to visit: what it is, how it hands out files, and whether it redirects pages. */
interface Visited {
  readonly what: string
  readonly manners: Manners
  readonly redirects?: boolean
}

/** Tests what whoever visits a host finds there, again and again, across an update, and without it. */
export const testVisits = (hosts: readonly Visited[]) =>
  describe.for(hosts)('$what', ({ manners, redirects }) => {
    test('shows the deck at every visit, a new one once it is there, and without the host', async () => {
      const { host, context } = await meetHost(manners)
      // A folder is found without its slash too, before it is kept and after.
      const first = manners.under ? host.address.slice(0, -1) : host.address
      const { page, complaints } = await openIn(context, first)
      await presents(page)
      await isKept(page)
      const { page: speaker } = await openIn(context, `${host.address}speaker.html`)
      await speaks(speaker)
      await isKept(speaker)
      await speaker.close()
      // Ten visits where pages are redirected, which a browser once did not come back from.
      const visits = ['index.html', '#/con-so', '', '', '', '', '', '']
        .map((address) => host.address + address)
        .slice(0, redirects ? undefined : 2)
      for (const address of [...visits, first]) {
        await page.goto('about:blank')
        await page.goto(address)
        await presents(page)
      }
      await page.goto(`${host.address}outline.html`)
      await page.getByRole('link', { name: 'Quay lại bộ trang chiếu' }).click()
      await presents(page)

      await publish(host, 'ban2')
      await askForWorker(page)
      await isRenewed(page, 'ban2')
      await isKept(page)

      expect(await keptPages(page)).toEqual({
        'index.html': 'narrow',
        'outline.html': 'outlining',
        'check.html': 'checking',
        'huong-dan.html': 'guiding',
        'speaker.html': 'speaking',
        'review.html': 'narrow reviewing',
      })
      expect(complaints.filter((complaint) => complaint.startsWith('error'))).toEqual([])
      host.kill()
      await page.goto(`${host.address}#/con-so`)
      await presents(page)
      expect(await page.title()).toBe('ban2')
      const addresses = [
        ['', 'presenting'],
        ['outline', 'outlining'],
        ['speaker.html', 'speaking'],
        ['index', 'presenting'],
        ['index.html', 'presenting'],
        ['outline.html', 'outlining'],
        ['check', 'checking'],
        ['speaker', 'speaking'],
        ['review', 'reviewing'],
      ]
      // All of them where a host redirects, three elsewhere.
      for (const [address, style] of addresses.slice(0, redirects ? undefined : 3)) {
        await page.goto(host.address + address)
        await has(page, `html.${style}`)
      }
    })
  })
