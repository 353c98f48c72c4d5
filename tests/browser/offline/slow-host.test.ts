import { expect, test } from 'vitest'
import { newContext, openIn, textOf } from '../support/browser.ts'
import { openVersionEditor } from '../support/page-actions.ts'

test('a host that does not answer holds up no print, and what waits for it says so', async () => {
  const context = await newContext()
  // Time goes by as ever until it is hastened.
  await context.clock.install()
  await context.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printing', '')
  })
  let answers = true
  // Before the page is opened: one that is open may still ask without being held.
  await context.route('**/*', (route) => (answers ? route.continue() : undefined))
  const { page } = await openIn(context, '/review.html')
  await openVersionEditor(page)
  // From now on nothing comes, nor is anything refused.
  answers = false
  await page.getByRole('button', { name: 'Lưu bản riêng để gửi' }).click()
  const sooner = async (selector: string) => {
    await page.clock.runFor(500)
    return textOf(page, selector)
  }
  await expect
    .poll(() => sooner('.notice'), { timeout: 5000 })
    .toBe('Đang tải bộ trang chiếu để lưu bản riêng…')
  await page.evaluate(() => {
    document.fonts.load = () => new Promise(() => undefined)
  })
  await page
    .locator('[data-print]')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await expect.poll(() => sooner('[data-printing]'), { timeout: 10_000 }).toBeDefined()
  await context.close()
})
