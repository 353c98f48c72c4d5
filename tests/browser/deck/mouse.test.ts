import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newContext, openIn, position, presents } from '../support/browser.ts'
import { addressesOf, layPackedFiles, walked } from '../support/deployments.ts'
import { goTo } from '../support/page-actions.ts'

layPackedFiles()

const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null)
const at = (page: Page, id: string, step: number) =>
  expect.poll(() => position(page)).toEqual({ id, step })
const isSeen = (page: Page) =>
  page.locator('.toolbar').evaluate((bar) => getComputedStyle(bar).opacity === '1')
/** Has events happen later than they do, by what `rest` adds; of every page opened from now on. */
const withRests = (context: BrowserContext) =>
  context.addInitScript(() => {
    const { get } = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp') ?? {}
    let rested = 0
    addEventListener('rest', () => {
      rested += 300
    })
    Object.defineProperty(Event.prototype, 'timeStamp', {
      get() {
        return get?.call(this) + rested
      },
    })
  })
/** Rests longer than a double click, or a pause of the wheel, takes, without the wait. */
const rest = (page: Page) => page.evaluate(() => dispatchEvent(new Event('rest')))
/** Waits for the piece that is loaded at the first sign of a user. */
const ready = (page: Page) =>
  page.locator('.menu [role="switch"]:not([hidden] *)').waitFor({ state: 'attached' })

describe.for(walked)('a mouse on the deck of %s', (deployment) => {
  test('turns nothing before the talk, then with each click and notch, and leaves everything else its clicks', async () => {
    const context = await newContext()
    onTestFinished(() => context.close())
    await withRests(context)
    const { page, complaints } = await openIn(context, addressesOf(deployment).deck)
    await presents(page)
    const second = { id: 'tu-sach', step: 0 }

    await page.mouse.click(640, 200)
    await page.mouse.wheel(0, 100)
    await ready(page)
    await rest(page)
    await page.mouse.click(640, 200)
    await page.mouse.wheel(0, 100)
    expect(await isSeen(page)).toBe(true)
    expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })

    await page.keyboard.press('F5')
    await expect.poll(() => isFull(page)).toBe(true)
    await page.mouse.click(640, 200)
    await at(page, 'tu-sach', 0)
    // Nothing of it stays on the audience's screen: at once, and not only after three seconds.
    await expect.poll(() => isSeen(page), { timeout: 1000 }).toBe(false)
    await rest(page)
    await page.mouse.click(640, 200)
    await at(page, 'tu-sach', 1)
    await rest(page)
    // A double click is one; a right or a middle one, or one with a key, is none.
    await page.mouse.dblclick(640, 200)
    await at(page, 'khach-moi', 0)
    await rest(page)
    await page.mouse.click(640, 200, { button: 'right' })
    await page.mouse.click(640, 200, { button: 'middle' })
    await page.keyboard.down('Control')
    await page.mouse.click(640, 200)
    await page.mouse.wheel(0, 100)
    await page.keyboard.up('Control')
    await page.keyboard.press('Escape')
    expect(await position(page)).toEqual({ id: 'khach-moi', step: 0 })

    if (!(await isFull(page))) await page.keyboard.press('F5')
    await expect.poll(() => isFull(page)).toBe(true)
    await page.keyboard.press('Home')
    await rest(page)
    for (const step of [0, 1]) {
      await page.mouse.wheel(0, 100)
      await at(page, 'tu-sach', step)
    }
    await page.mouse.wheel(0, -100)
    await at(page, 'tu-sach', 0)
    await page.mouse.wheel(200, 0)

    // Words that are dragged over are selected, and the click that takes this back is none either.
    const { x, y } = await page.evaluate(() => {
      const words = document.createRange()
      const foot = document.querySelector('#tu-sach .foot')
      if (foot) words.selectNodeContents(foot)
      const [line] = words.getClientRects()
      return { x: line?.left ?? 0, y: ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2 }
    })
    await page.mouse.move(x + 5, y)
    await page.mouse.down()
    await page.mouse.move(x + 200, y, { steps: 4 })
    await page.mouse.up()
    expect(await page.evaluate(() => String(getSelection()))).not.toBe('')
    await rest(page)
    await page.mouse.click(640, 200)
    expect(await page.evaluate(() => String(getSelection()))).toBe('')
    expect(await position(page)).toEqual(second)

    // Buttons, dialogs and what is magnified.
    await page.mouse.move(600, 300)
    await page.getByRole('button', { name: 'Mục lục' }).click()
    await page.mouse.wheel(0, 100)
    await rest(page)
    await page.mouse.click(3, 3)
    expect(await page.locator('#contents').isVisible()).toBe(false)
    await page.keyboard.press('+')
    await rest(page)
    await page.mouse.click(640, 200)
    await page.mouse.wheel(0, 100)
    await page.keyboard.press('-')
    expect(await position(page)).toEqual(second)
    await goTo(page, 'chuyen-ke')
    await page.locator('#chuyen-ke .foot a').click()
    await at(page, 've-nguon', 0)

    // What stands instead of the slide goes, and nothing turns.
    await goTo(page, 'tu-sach')
    for (const key of ['b', 'w']) {
      await page.keyboard.press(key)
      await rest(page)
      await page.mouse.dblclick(640, 200)
      await expect.poll(() => page.getAttribute('html', 'data-screen')).toBe('slide')
      await page.keyboard.press(key)
      await page.mouse.wheel(0, 300)
      await expect.poll(() => page.getAttribute('html', 'data-screen')).toBe('slide')
    }
    await rest(page)
    expect(await position(page)).toEqual(second)

    // The window that is brought to the front by a click.
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.mouse.click(640, 200)
    expect(await position(page)).toEqual(second)

    // Switched off, on this machine.
    const menu = page.locator('.menu')
    const turns = menu.getByRole('switch', { name: 'Bấm để sang trang' })
    await page.keyboard.press('h')
    expect(await turns.getAttribute('aria-checked')).toBe('true')
    expect(await turns.textContent()).toContain('Bật')
    await turns.click()
    expect(await turns.getAttribute('aria-checked')).toBe('false')
    expect(await turns.textContent()).toContain('Tắt')
    await page.keyboard.press('Escape')
    await page.reload()
    await presents(page)
    await page.mouse.move(500, 300)
    await page.keyboard.press('F5')
    await expect.poll(() => isFull(page)).toBe(true)
    await ready(page)
    await rest(page)
    await page.mouse.click(640, 200)
    await page.mouse.wheel(0, 100)
    expect(await page.getAttribute('.menu [role="switch"]', 'aria-checked')).toBe('false')
    expect(await position(page)).toEqual(second)
    expect(complaints).toEqual([])
  })
})

test('a finger turns on from the right half, back from the left, and finds the buttons below', async () => {
  const viewport = { width: 740, height: 360 }
  const context = await newContext({ hasTouch: true, isMobile: true, viewport })
  onTestFinished(() => context.close())
  await withRests(context)
  const { page, complaints } = await openIn(context)
  await presents(page)
  await page.touchscreen.tap(600, 150)
  await ready(page)
  expect(await isSeen(page)).toBe(true)
  expect(await position(page)).toEqual({ id: 'ngay-sach', step: 0 })
  await page.getByRole('button', { name: 'Bắt đầu trình chiếu' }).tap()
  await expect.poll(() => isFull(page)).toBe(true)
  for (const step of [0, 1]) {
    await rest(page)
    await page.touchscreen.tap(600, 150)
    await at(page, 'tu-sach', step)
    // At once, and not only when the buttons have been at rest for three seconds.
    await expect.poll(() => isSeen(page), { timeout: 1000 }).toBe(false)
  }
  await rest(page)
  await page.touchscreen.tap(100, 150)
  await at(page, 'tu-sach', 0)
  // The buttons are hidden a moment after the turn, which must not be after the next tap.
  await expect.poll(() => isSeen(page), { timeout: 1000 }).toBe(false)
  await rest(page)
  await page.touchscreen.tap(600, 350)
  // A tap clicks a moment after the finger has left.
  await expect.poll(() => isSeen(page)).toBe(true)
  expect(await position(page)).toEqual({ id: 'tu-sach', step: 0 })
  expect(complaints).toEqual([])
})

test('what is not needed for the first slide comes at the first sign of somebody, and again at the next if it did not come', async () => {
  const context = await newContext()
  onTestFinished(() => context.close())
  await context.clock.install()
  const asked: string[] = []
  await context.route('**/assets/extras-*', (route) => {
    asked.push(route.request().url())
    return asked.length === 1 ? route.abort() : route.continue()
  })
  const { page } = await openIn(context)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await presents(page)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  await page.mouse.move(300, 300)
  await expect.poll(() => asked.length).toBe(1)
  await page.keyboard.press('F5')
  await page.keyboard.press('PageDown')
  await at(page, 'tu-sach', 0)
  await page.mouse.move(310, 310)
  // Not at once: a pointer moves many times a second.
  expect(asked.length).toBe(1)
  await page.clock.runFor(5000)
  await page.mouse.move(320, 320)
  await ready(page)
  await page.mouse.click(640, 200)
  await at(page, 'tu-sach', 1)
  expect(errors).toEqual([])
})
