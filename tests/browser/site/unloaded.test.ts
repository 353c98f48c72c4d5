import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newContext, openIn } from '../support/browser.ts'

let context: BrowserContext
beforeAll(async () => {
  context = await newContext()
  // As on a machine that was paired.
  await context.addInitScript(() => localStorage.setItem('bao-cao-vien:phat-truc-tiep', '1'))
})
afterAll(() => context.close())

test.for([
  { path: '/?theo', part: 'follow', place: '.live', what: 'Chưa theo được người trình bày' },
  { path: '/speaker.html', part: 'broadcast', place: '.moves', what: 'Chưa phát trực tiếp được' },
  { path: '/review.html', part: 'dialog', place: '#search', what: 'Chưa tìm được', key: '/' },
])(
  '$path says what does not work where its part that comes later does not come, and loads again',
  async ({ path, part, place, what, key }) => {
    const asked: string[] = []
    await context.route(`**/assets/${part}-*.js`, (route) => {
      asked.push(route.request().url())
      // Gone with the build that it was of; there when the page comes anew.
      return asked.length === 1 ? route.fulfill({ status: 404 }) : route.continue()
    })
    const { page, complaints } = await openIn(context, path)
    const ask = async () => {
      if (!key) return
      await page.waitForSelector('nav:not([hidden])')
      await page.keyboard.press(key)
    }
    await ask()
    await page.locator(place).getByText(what).waitFor()
    expect(complaints.filter((complaint) => complaint.startsWith('error: '))).toEqual([
      'error: Failed to load resource: the server responded with a status of 404 (Not Found)',
    ])
    await page.locator(place).getByRole('button', { name: 'Tải lại' }).click()
    await ask()
    await expect.poll(() => asked.length).toBe(2)
    await expect.poll(() => page.getByText(what).count()).toBe(0)
    await page.close()
  },
)
