import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newContext, openIn, position, presents, speaks } from '../browser/support/browser.ts'
import { slides } from '../support/slides.ts'

/** What an R400-type clicker sends; its start key sends F5 and Escape in turn. */
const clicker = ['PageDown', 'PageUp', 'F5', 'Escape', '.', 'b', 'Shift+F5']

/** The bytes a page holds on to, once everything that can go is gone. */
async function heap(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  return usedSize
}

test('a thousand random presses of a clicker leave a valid slide and no trace', async () => {
  const context = await newContext()
  const { page, complaints } = await openIn(context)
  await presents(page)
  const { page: speaker } = await openIn(context, '/speaker.html')
  await speaks(speaker)
  await page.bringToFront()
  await page.evaluate(() => document.body.setAttribute('data-same', 'page'))
  const client = await context.newCDPSession(page)
  let state = 2018
  const press = async () => {
    state = (state * 48_271) % 2_147_483_647
    await page.keyboard.press(clicker[state % clicker.length] ?? 'PageDown')
  }
  // Until what is compiled and kept at first use is there.
  for (let count = 0; count < 1000; count++) await press()
  const before = await heap(client)
  for (let count = 0; count < 1000; count++) await press()
  // Before Playwright's locators, whose script would count as the page's.
  const after = await heap(client)
  const { id, step } = await position(page)
  expect(slides.map(({ id }) => id)).toContain(id)
  expect(step).toBeGreaterThanOrEqual(0)
  expect(await page.locator('dialog[open]').count()).toBe(0)
  expect(await page.getAttribute('body', 'data-same')).toBe('page')
  expect(after - before).toBeLessThan(300_000)
  expect(complaints).toEqual([])
  await context.close()
})

test('a speaker’s screen opened and closed a hundred times leaves the deck as it was', async () => {
  const context = await newContext()
  const { page, complaints } = await openIn(context)
  await presents(page)
  const client = await context.newCDPSession(page)
  /** Until the deck hears that its window was closed, a press gives that one a new address. */
  const open = async (): Promise<Page> => {
    await page.keyboard.press('s')
    const opened = () => context.pages().at(1)
    await expect
      .poll(opened, { timeout: 400, interval: 20 })
      .toBeDefined()
      .catch(() => undefined)
    return opened() ?? open()
  }
  const cycle = async (move: boolean) => {
    const speaker = await open()
    await speaks(speaker)
    if (move) {
      const before = await position(page)
      await speaker.keyboard.press('PageDown')
      await expect.poll(() => position(page)).not.toEqual(before)
    }
    await speaker.close()
  }
  for (let count = 0; count < 10; count++) await cycle(false)
  const before = await heap(client)
  for (let count = 0; count < 90; count++) await cycle(count % 30 === 0)
  expect(await position(page)).toEqual({ id: 'khach-moi', step: 0 })
  expect((await heap(client)) - before).toBeLessThan(300_000)
  expect(context.pages()).toHaveLength(1)
  expect(complaints).toEqual([])
  await context.close()
})
