import type { Route } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { has, newContext, openIn, position, presents } from '../support/browser.ts'

test('keys that are pressed while a version is being read act once the deck is there', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  await context.addInitScript(() => localStorage.setItem('bao-cao-vien:ban-rieng', '1'))
  let held: Route | undefined
  await context.route('**/assets/later-*.js', (route) => {
    held = route
  })
  const { page, complaints } = await openIn(context)
  await expect.poll(() => held).toBeDefined()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.presenting').count()).toBe(0)
  await held?.continue()
  await presents(page)
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
  expect(complaints).toEqual([])
})

test('turns pages without what is loaded later, says that it is missing, and offers to load again', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  await context.route('**/assets/later-*.js', (route) => route.fulfill({ status: 404 }))
  const { page } = await openIn(context)
  await has(page, '.presenting section.present')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => position(page)).toEqual({ id: 'tu-sach', step: 0 })
  await page.keyboard.press('m')
  await page.getByText('Chưa tải được phần này').waitFor()
  await context.unroute('**/assets/later-*.js')
  await page.getByRole('button', { name: 'Tải lại' }).click()
  await page.waitForLoadState()
  await presents(page)
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
  await page.keyboard.press('m')
  await has(page, '#contents[open]')
})
