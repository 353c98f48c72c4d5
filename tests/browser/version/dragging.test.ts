import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spokenPlace } from '../../support/slides.ts'
import { newContext, open, openIn } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { cardOf, openVersionEditor, press } from '../support/page-actions.ts'

layPackedFiles()

const idsOf = (page: Page) =>
  page.locator('.card section').evaluateAll((all) => all.map(({ id }) => id))
const handleOf = (page: Page, id: string) => cardOf(page, id).locator('.handle')
const isOrdering = (page: Page) => page.locator('html.ordering').count()
const where = async (page: Page, id: string) => {
  const box = await cardOf(page, id).boundingBox()
  if (!box) throw new Error(`${id} is nowhere.`)
  return { top: box.y, bottom: box.y + box.height, middle: box.y + box.height / 2 }
}
/** The middle of a handle that is in sight. */
async function gripAt(page: Page, id: string) {
  await handleOf(page, id).scrollIntoViewIfNeeded()
  const box = await handleOf(page, id).boundingBox()
  if (!box) throw new Error(`${id} has no handle.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
/** Takes a slide by its handle, so that all are rows. */
async function take(page: Page, id: string) {
  const { x, y } = await gripAt(page, id)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 8)
  expect(await isOrdering(page)).toBe(1)
  return { x, y }
}

describe.for(walked)('a slide is dragged, on %s', (deployment) => {
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    ;({ page, complaints } = await open(addressesOf(deployment).review))
    await openVersionEditor(page)
  })
  afterAll(() => page.context().close())

  test('within its part, to where a line says, and its new place is announced', async () => {
    const { x, y } = await take(page, 'viec-3')
    const row = await where(page, 'viec-3')
    expect(Math.abs(row.middle - y)).toBeLessThan(12)
    expect(row.bottom - row.top).toBeLessThan(70)
    expect(await cardOf(page, 'con-so').getAttribute('class')).toContain('closed')
    expect(await cardOf(page, 'viec-1').getAttribute('class')).not.toContain('closed')
    // Far above its part: nearest to that is its first place.
    await page.mouse.move(x, 120)
    expect(await cardOf(page, 'ba-viec').getAttribute('class')).toContain('goes-before')
    await page.mouse.move(x, (await where(page, 'viec-2')).top + 4)
    expect(await page.locator('.goes-before').count()).toBe(1)
    expect(await cardOf(page, 'viec-2').getAttribute('class')).toContain('goes-before')
    await page.mouse.up()
    expect(await isOrdering(page)).toBe(0)
    expect(await page.locator('.goes-before, .dragged, .closed').count()).toBe(0)
    const ids = await idsOf(page)
    expect(ids.slice(ids.indexOf('viec-1')).slice(0, 3)).toEqual(['viec-1', 'viec-3', 'viec-2'])
    expect(await page.locator('.announcer').textContent()).toBe(`${spokenPlace('viec-2')}: Việc 3`)
    expect(await page.locator('.changes li span').allTextContents()).toEqual([
      'Chuyển trang “Việc 3” lên trước trang “Việc 2”',
    ])
    await page.keyboard.press('Control+z')
    expect(await page.locator('.changes').textContent()).toBe('Chưa thay đổi gì.')
  })

  test('and given up by Escape, or by leaving it where it is', async () => {
    const before = await idsOf(page)
    const { x } = await take(page, 'viec-2')
    const { top } = await where(page, 'viec-1')
    await page.mouse.move(x, top)
    await page.keyboard.press('Escape')
    expect(await isOrdering(page)).toBe(0)
    await page.mouse.up()
    expect(await handleOf(page, 'viec-2').boundingBox()).not.toBeNull()
    await take(page, 'viec-2')
    await page.mouse.up()
    expect(await isOrdering(page)).toBe(0)
    expect(await idsOf(page)).toEqual(before)
  })

  test('anywhere if it is one’s own, as the page scrolls along', async () => {
    await press(page, 'viec-3', 'add')
    await page.setViewportSize({ width: 1280, height: 420 })
    const { x } = await take(page, 'rieng-1')
    expect(await page.locator('.closed').count()).toBe(2)
    await page.mouse.move(x, 60)
    await expect
      .poll(async () => (await where(page, 'tu-sach')).middle, { timeout: 10_000 })
      .toBeGreaterThan(60)
    await page.mouse.move(x, 70)
    await page.mouse.up()
    await expect.poll(async () => (await idsOf(page)).indexOf('rieng-1')).toBeLessThan(3)
    await page.setViewportSize({ width: 1280, height: 720 })
    expect(complaints).toEqual([])
  })

  test('as is a part, in its list', async () => {
    const names = () => page.locator('.part-order li > span:not(.handle)').allTextContents()
    const [first, second, ...rest] = await names()
    const handle = page.locator('.part-order .handle').first()
    await handle.scrollIntoViewIfNeeded()
    const box = await handle.boundingBox()
    const below = await page.locator('.part-order li').nth(1).boundingBox()
    if (!box || !below) throw new Error('The parts are nowhere.')
    await page.mouse.move(box.x + 10, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 10, below.y + below.height - 3)
    expect(await isOrdering(page)).toBe(0)
    await page.mouse.up()
    expect(await names()).toEqual([second, first, ...rest])
  })
})

test('a finger drags by the handle and scrolls everywhere else', async () => {
  const context = await newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })
  const { page } = await openIn(context, addressesOf('the built site').review)
  await openVersionEditor(page)
  const session = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    })
  const { x, y } = await gripAt(page, 'viec-3')
  await touch('touchStart', x, y)
  await touch('touchMove', x, y - 10)
  await expect.poll(() => isOrdering(page)).toBe(1)
  await touch('touchMove', x, (await where(page, 'viec-1')).top + 4)
  await expect.poll(() => page.locator('.goes-before').count()).toBe(1)
  await touch('touchEnd')
  const ids = await idsOf(page)
  expect(ids.slice(ids.indexOf('viec-3')).slice(0, 3)).toEqual(['viec-3', 'viec-1', 'viec-2'])
  // Beside the handle.
  const scrolled = await page.evaluate(() => scrollY)
  await touch('touchStart', 60, 600)
  for (const at of [560, 500, 440]) await touch('touchMove', 60, at)
  expect(await isOrdering(page)).toBe(0)
  await touch('touchEnd')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled)
  expect(await idsOf(page)).toEqual(ids)
  await context.close()
})
