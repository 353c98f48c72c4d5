import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { securityHeaders } from '../../../src/cli/serve/policy.ts'
import { lastId, slides } from '../../support/slides.ts'
import { darkViolations, narrowRules, violations } from '../support/axe.ts'
import {
  has,
  newContext,
  open,
  openIn,
  present,
  presents,
  speaks,
  walk,
} from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

/** The policy of a host that knows nothing of the deck’s pages. */
const strictest = { 'content-security-policy': securityHeaders['Content-Security-Policy'] ?? '' }

describe('axe, in both schemes,', () => {
  const clean = async (page: Page, what: string) => {
    expect(await violations(page), what).toEqual([])
    expect(await darkViolations(page), `${what}, dark`).toEqual([])
  }

  test('finds nothing on the dialogs, nor with the buttons shown', async () => {
    const { page } = await present()
    for (const key of ['m', '/', 'h']) {
      await page.keyboard.press(key)
      if (key === '/') await page.keyboard.type('sach')
      await clean(page, key)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    }
    await page.evaluate(() => {
      window.open = () => null
    })
    await page.keyboard.press('s')
    await clean(page, 'blocked')
    await page.keyboard.press('Escape')
    await page.mouse.move(200, 200, { steps: 2 })
    await clean(page, 'buttons')
    await page.keyboard.press('b')
    await clean(page, 'black')
    await page.keyboard.press('b')
    await page.keyboard.press('w')
    await clean(page, 'white')
    await page.context().close()
  })

  test('finds nothing on the speaker’s screen of 1366 and 360 px, in any of its states', async () => {
    const { page, complaints } = await open('/speaker.html')
    await speaks(page)
    const state = async (what: string) => {
      await page.setViewportSize({ width: 1366, height: 768 })
      await clean(page, what)
      // The same elements in one column: what may have changed is their size and what covers them.
      await page.setViewportSize({ width: 360, height: 768 })
      expect(await violations(page, narrowRules), `${what}, narrow`).toEqual([])
    }
    const ids = ['ngay-sach', 'tu-sach', 'khach-moi', 'con-so', 'sach-moi', 'viec-3', 'con-thieu']
    for (const id of [...ids, lastId]) {
      await goTo(page, id)
      await page.keyboard.press('PageDown')
      await state(id)
    }
    // Once in full, for what a narrow window alone shows.
    expect(await violations(page), 'narrow').toEqual([])
    for (const key of ['m', '/', 'h']) {
      await page.keyboard.press(key)
      await state(key)
      await page.keyboard.press('Escape')
    }
    // What stands in the notes' place on a phone.
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    expect(await violations(page), 'narrow, with more').toEqual([])
    await page.getByRole('button', { name: 'Đặt lại', exact: true }).click()
    await state('reset')
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await state('black')
    await page.locator('.skipped').evaluate((one: HTMLElement) => {
      one.hidden = false
    })
    await state('skipped')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('finds nothing on the page that is read on a phone', async () => {
    const { page } = await open('/', { viewport: { width: 360, height: 740 } })
    await clean(page, 'phone')
    await page.context().close()
  })
})

describe('the deck', () => {
  let page: Page
  let complaints: string[]
  const requests: string[] = []
  const own = () => requests.filter((url) => !url.startsWith(inject('origin')))
  beforeAll(async () => {
    ;({ page, complaints } = await present())
    page.on('request', (request) => requests.push(request.url()))
  })
  afterAll(() => page.context().close())

  test('shows every slide with the network cut after the first sign of a user, without a word in the console', async () => {
    // What comes at the first sign of somebody at the window is all that it asks for.
    await page.mouse.move(200, 200, { steps: 2 })
    await has(page, '.menu li:not([hidden]) > [role="switch"]')
    requests.splice(0)
    await page.context().setOffline(true)
    await page.evaluate(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(violatedDirective, blockedURI),
      )
    })
    const seen: string[] = []
    await walk(page, async ({ id }) => {
      seen.push(id)
      const { title, broken } = await page.evaluate(() => ({
        title: document.querySelector('section.present .title')?.textContent,
        broken: [...document.fonts].filter(
          ({ family, status }) => status === 'error' && !family.includes('Fitted'),
        ).length,
      }))
      expect(title, id).toMatch(/\S/)
      expect(broken, id).toBe(0)
    })
    expect(new Set(seen).size).toBe(slides.length)
    await page.context().setOffline(false)
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })

  test('obeys its keys and prints under the strict policy without a word in the console', async () => {
    for (const key of ['o', 'Enter', 'b', 'b', 'd', 'd', 'F5', 'Home']) {
      await page.keyboard.press(key)
    }
    await page.mouse.move(200, 200, { steps: 2 })
    await page.pdf()
    expect(complaints).toEqual([])
    expect(own()).toEqual([])
  })
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
