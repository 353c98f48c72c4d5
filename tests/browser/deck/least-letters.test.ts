import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { chromium } from '../../support/playwright.ts'
import { browserArgs, has, presents, speaks } from '../support/browser.ts'
import { goTo } from '../support/page-actions.ts'

let browser: Browser
let page: Page

/** A browser whose reader wants letters twice the size and none below 12 pixels, as Chrome offers. */
beforeAll(async () => {
  const { path, env } = inject('program')
  browser = await chromium.launch({
    executablePath: path,
    args: [...browserArgs, '--blink-settings=minimumFontSize=12,defaultFontSize=32'],
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
      return [...across, ...down]
    })
  }, of)

/** By how much, at most, words stand elsewhere than in another drawing of the slide. */
const apart = (some: readonly number[], others: readonly number[]): number => {
  expect(some).toHaveLength(others.length)
  return Math.max(...some.map((share, at) => Math.abs(share - (others[at] ?? 0))))
}

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
  expect(apart(await shares('#overview section'), presented), 'overview').toBeLessThan(0.01)
  // Below this size letters that large leave the speaker's screen no room for a slide.
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${origin}/speaker.html`)
  await speaks(page)
  expect(apart(await shares('.present section'), presented), 'this slide').toBeLessThan(0.01)
  await goTo(page, 'chuyen-ke')
  expect(apart(await shares('.coming section'), presented), 'the next slide').toBeLessThan(0.01)
  await page.setViewportSize({ width: 800, height: 700 })
  await page.goto(`${origin}/review.html`)
  await has(page, '.card section')
  expect(apart(await shares('.card section'), presented), 'read beforehand').toBeLessThan(0.01)
})

/** Words that lie on others, and whether the page is wider than the window. */
const crowded = (selector: string) =>
  page.evaluate((selector) => {
    const { scrollWidth } = document.querySelector('dialog[open]') ?? document.documentElement
    const boxes = [...document.querySelectorAll<HTMLElement>(selector)].flatMap((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      const [own, words] = [one.getBoundingClientRect(), range.getBoundingClientRect()]
      // Without what is cut with an ellipsis, and without the leading.
      const [left, right] = [Math.max(own.left, words.left), Math.min(own.right, words.right)]
      const [top, bottom] = [Math.max(own.top, words.top), Math.min(own.bottom, words.bottom)]
      return words.width > 0 ? [{ says: one.innerText, box: { left, right, top, bottom } }] : []
    })
    const found = boxes.flatMap(({ says, box }, at) =>
      boxes.slice(at + 1).flatMap(({ says: other, box: its }) => {
        const across = Math.min(box.right, its.right) - Math.max(box.left, its.left)
        const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
        return across > 1 && down > 1 ? [`${says} on ${other}`] : []
      }),
    )
    return scrollWidth > innerWidth ? [...found, `${scrollWidth} px wide`] : found
  }, selector)

test('letters of twice the size have room in each window', async () => {
  const origin = inject('origin')
  await page.goto(`${origin}/speaker.html`)
  await speaks(page)
  // A note is not smaller than the words around it.
  const size = (of: string) =>
    page.evaluate((of) => {
      const one = document.querySelector(of) as Element
      return Number.parseFloat(getComputedStyle(one).fontSize)
    }, of)
  expect(await size('.notes .text')).toBeGreaterThan(await size('.present > h2'))
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
    [1024, 600],
    [320, 480],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    const words = '.clocks dt, .clocks dd, .clocks button, .present > h2, .notes h2, .notes button'
    expect(await crowded(words), `the speaker’s screen, ${width} px`).toEqual([])
  }
  for (const key of ['m', 'v', 'u', '/', 'h']) {
    await page.keyboard.press(key)
    const wide = await page.evaluate(() => {
      const dialog = document.querySelector('dialog[open]') as Element
      return dialog.scrollWidth - dialog.clientWidth
    })
    expect(wide, `the dialog of ${key}`).toBe(0)
    await page.keyboard.press('Escape')
  }
  for (const name of ['review', 'check', 'outline', 'huong-dan']) {
    await page.goto(`${origin}/${name}.html`)
    if (name === 'review') {
      await has(page, '.card section')
      await page.evaluate(() => document.querySelector<HTMLElement>('.edit-version')?.click())
      await has(page, '.editing .card .edit')
    }
    expect(await crowded('h1, nav button'), name).toEqual([])
  }
  // The buttons of the deck stay within it.
  await page.setViewportSize({ width: 768, height: 1024 })
  await page.goto(`${origin}/`)
  await presents(page)
  const lefts = await page.evaluate(() =>
    [...document.querySelectorAll('.toolbar button')].map(
      (one) => one.getBoundingClientRect().left,
    ),
  )
  expect(Math.min(...lefts)).toBeGreaterThanOrEqual(0)
})
