import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { isVisible, newContext, openIn, position, presents } from '../support/browser.ts'

test('a question that is typed and sent before the search is loaded is answered', async () => {
  const context = await newContext()
  let held: Route | undefined
  // Before the page is opened: one that is open may still ask without being held.
  await context.route('**/assets/dialog-*.js', (route) => {
    held = route
  })
  const { page, complaints } = await openIn(context)
  await presents(page)
  await page.keyboard.press('/')
  await expect.poll(() => held).toBeDefined()
  await page.keyboard.type('ho nep')
  await page.keyboard.press('Enter')
  expect(await isVisible(page, '#search[open]')).toBe(true)
  await held?.continue()
  await expect.poll(() => position(page)).toEqual({ id: 'viec-2', step: 0 })
  expect(complaints).toEqual([])
  await context.close()
})
