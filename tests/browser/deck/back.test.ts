import { describe, expect, test } from 'vitest'
import { newContext, openIn, position, presents } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { goTo } from '../support/page-actions.ts'

layPackedFiles()

describe.for(walked)('the way back in %s', (deployment) => {
  test('leads from a link to where it was pressed, and only then out of the deck', async () => {
    const context = await newContext()
    const { page } = await openIn(context, 'about:blank')
    await page.goto(addressesOf(deployment).deck)
    await presents(page)
    const at = (id: string, step = 0) => expect.poll(() => position(page)).toEqual({ id, step })
    const back = () => page.goBack({ waitUntil: 'commit' })
    await goTo(page, 'chuyen-ke')
    // At once: the deck has not written its address yet.
    await page.locator('#chuyen-ke .foot a').click()
    await at('ve-nguon')
    await back()
    await at('chuyen-ke')

    // What is paged after a link takes its place.
    await page.locator('#chuyen-ke .foot a').click()
    await at('ve-nguon')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('PageUp')
    await expect.poll(() => position(page)).not.toMatchObject({ id: 've-nguon' })
    await page.waitForTimeout(400)
    await back()
    await at('chuyen-ke')

    // The contents and the search are links too; each keeps its way across a reload.
    await page.keyboard.press('m')
    await page.locator('#contents a[href="#viec-3"]').click()
    await at('viec-3')
    await back()
    await at('chuyen-ke')
    const before = await page.evaluate(() => Date.now())
    await page.goForward({ waitUntil: 'commit' })
    await at('viec-3')
    // Until the address is marked as of now, what was kept a moment ago is the newer.
    const marked = () => page.evaluate(() => Number(String(history.state).split(' ')[1]))
    await expect.poll(marked).toBeGreaterThanOrEqual(before)
    await page.reload()
    await presents(page)
    await at('viec-3')
    await back()
    await at('chuyen-ke')
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(400)
    // To its end: a whole Chromium does not close a window that is between two pages.
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    await context.close()
  })
})
