import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { chromium } from '../../support/playwright.ts'
import { browserArgs, has, presents, speaks } from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

let browser: Browser
let page: Page

/** A browser whose reader wants no letter below 12 pixels, as Chrome's settings offer. */
beforeAll(async () => {
  const { path, env } = inject('program')
  browser = await chromium.launch({
    executablePath: path,
    args: [...browserArgs, '--blink-settings=minimumFontSize=12'],
    ...(env && { env }),
  })
  const viewport = { width: 1280, height: 720 }
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' })
  page = await context.newPage()
})
afterAll(() => browser.close())

/** Where the words of a slide are, in shares of it; `of` finds the slide by its words. */
const shares = (of: string) =>
  page.evaluate((of) => {
    const slide = [...document.querySelectorAll(of)].find((one) =>
      one.textContent?.includes('mở và xếp lên kệ'),
    ) as HTMLElement
    const box = slide.getBoundingClientRect()
    const words = [...slide.querySelectorAll('.title, .verb, .noun, .gap, .foot, .part-name')]
    return words.flatMap((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect()
      const across = [left, right].map((at) => (at - box.left) / box.width)
      const down = [top, bottom].map((at) => (at - box.top) / box.height)
      return [...across, ...down].map((share) => Math.round(share * 200) / 200)
    })
  }, of)

test('a slide shown small is the picture of the slide, whatever size letters must have', async () => {
  const origin = inject('origin')
  await page.goto(`${origin}/#/con-so/2`)
  await presents(page)
  const presented = await shares('section.present')
  expect(presented.length).toBeGreaterThan(20)
  // That the browser does as it is told: a letter set smaller is not smaller.
  const least = await page.evaluate(() => {
    const probe = document.createElement('span')
    probe.style.cssText = 'font: 4px/1 serif; position: absolute'
    probe.textContent = 'n'
    document.body.append(probe)
    const { height } = probe.getBoundingClientRect()
    probe.remove()
    return height
  })
  expect(least).toBeGreaterThan(8)
  await page.keyboard.press('o')
  await has(page, '#overview a[href="#con-so"] section')
  expect(await shares('#overview section'), 'overview').toEqual(presented)
  await page.goto(`${origin}/speaker.html`)
  await speaks(page)
  expect(await shares('.present section'), 'this slide').toEqual(presented)
  await goTo(page, 'chuyen-ke')
  expect(await shares('.coming section'), 'the next slide').toEqual(presented)
  await page.setViewportSize({ width: 800, height: 700 })
  await page.goto(`${origin}/review.html`)
  await has(page, '.card section')
  expect(await shares('.card section'), 'read beforehand').toEqual(presented)
})
