import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { slides } from '../../support/slides.ts'
import { has, isVisible, open, position, presents, textOf } from '../support/browser.ts'

/** 1366 × 768 at 200 per cent. */
const viewport = { width: 683, height: 384 }

const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null)
const leave = async (page: Page) => {
  await page.evaluate(() => document.exitFullscreen())
  await has(page, 'html.narrow')
}
const top = (page: Page, id: string) =>
  page.evaluate(
    (id) => Math.abs(document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN),
    id,
  )

test('a magnified page is read, says how to present it, and presents from where it is read', async () => {
  const { page, complaints } = await open('/', { viewport })
  await expect.poll(() => textOf(page, '.notice')).toContain('Bấm F5')
  await page.evaluate(() => document.body.setAttribute('data-same', 'page'))
  await page.locator('#con-so').evaluate((one) => one.scrollIntoView())
  await page.keyboard.press('Shift+F5')
  await presents(page)
  expect(await isFull(page)).toBe(true)
  expect(await position(page)).toEqual({ id: 'con-so', step: 0 })
  await page.keyboard.press('PageDown')
  expect(await position(page)).toEqual({ id: 'con-so', step: 1 })
  await leave(page)
  await expect.poll(() => top(page, 'con-so')).toBeLessThan(5)
  expect(await page.locator('section:visible').count()).toBe(slides.length)

  // It goes on where it was, with the key and with the button.
  await page.keyboard.press('F5')
  await presents(page)
  expect(await position(page)).toEqual({ id: 'con-so', step: 1 })
  await leave(page)
  await page.mouse.move(300, 200, { steps: 2 })
  await page.getByRole('button', { name: 'Bắt đầu trình chiếu' }).click()
  await presents(page)
  expect(await position(page)).toEqual({ id: 'con-so', step: 1 })
  expect(await page.getAttribute('body', 'data-same')).toBe('page')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('one that nothing was asked of yet starts with F5 from the first slide', async () => {
  const { page } = await open('/#/con-so', { viewport })
  await expect.poll(() => top(page, 'con-so')).toBeLessThan(5)
  await page.keyboard.press('F5')
  await presents(page)
  expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
  await page.context().close()
})

test('the word for it leaves the button free, however narrow the page is', async () => {
  const { page } = await open('/', { viewport: { width: 360, height: 740 } })
  await expect.poll(() => textOf(page, '.notice')).toContain('Bấm F5')
  await page.mouse.move(300, 200, { steps: 2 })
  // A click waits for a place where nothing lies over the button: no longer than the word stays.
  await page.getByRole('button', { name: 'Bắt đầu trình chiếu' }).click({ timeout: 3000 })
  await presents(page)
  await page.context().close()
})

test('a phone held upright keeps the deck too, and has no button that presents it', async () => {
  const { page } = await open('/', {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'allow',
  })
  await expect
    .poll(() => textOf(page, '.offline'), { timeout: 10_000 })
    .toBe('Dùng được khi không có mạng')
  await page.touchscreen.tap(100, 300)
  expect(await isVisible(page, '.toolbar')).toBe(true)
  expect(await isVisible(page, '.toolbar [data-command="start"]')).toBe(false)
  await page.context().close()
})
