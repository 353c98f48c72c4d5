import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { newContext, open, openIn, presents } from '../support/browser.ts'

/** What can be pressed on the page, in order, without the keys that are shown beside it. */
const buttons = (page: Page, within = '.toolbar') =>
  page.locator(`${within} :is(a, button):visible`).evaluateAll((all) =>
    all.map((one) => {
      const words = one.querySelector('span') ?? one
      return words.textContent
    }),
  )

/** The edges of the bar, and of the words of the slide that is shown, in pixels from the top. */
const edges = (page: Page) =>
  page.evaluate(() => {
    const of = (selector: string) => {
      const range = document.createRange()
      const found = document.querySelector(selector)
      if (found) range.selectNodeContents(found)
      const { top, bottom } = range.getBoundingClientRect()
      return { top, bottom }
    }
    const bar = document.querySelector('.toolbar')?.getBoundingClientRect()
    const rail = document.querySelector('section.present .rail svg')?.getBoundingClientRect()
    return {
      main: of('section.present .main').bottom,
      foot: of('section.present .foot'),
      bar: bar?.top ?? 0,
      rail: rail?.top ?? 0,
    }
  })

const isSeen = (page: Page) =>
  page.locator('.toolbar').evaluate((bar) => getComputedStyle(bar).opacity === '1')

const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null)

describe('with a mouse', () => {
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    const context = await newContext()
    // The time that a notice stays passes at once.
    await context.clock.install()
    ;({ page, complaints } = await openIn(context, '/#/khong-co'))
    await presents(page)
  })
  afterAll(() => page.context().close())

  test('a notice stands above the rail, and goes by itself', async () => {
    const notice = page.locator('.notice')
    await expect.poll(() => notice.textContent()).toMatch(/^Liên kết trỏ tới một trang không có/)
    const box = await notice.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 99)).toBeLessThanOrEqual((await edges(page)).rail)
    await page.clock.fastForward(10_000)
    await expect.poll(() => notice.textContent()).toBe('')
  })

  test('the first movement says how to begin, with the keys, below all words of the slide', async () => {
    await page.evaluate(() => {
      location.hash = '#/con-so'
    })
    await page.waitForSelector('#con-so.present')
    expect(await isSeen(page)).toBe(false)
    await page.mouse.move(300, 300)
    expect(await isSeen(page)).toBe(true)
    expect(await buttons(page)).toEqual([
      'Bắt đầu trình chiếu',
      'Trang trước',
      'Trang sau',
      'Mục lục',
      'Màn hình báo cáo viên',
      'Toàn cảnh',
      'Tìm',
      'Tắt màn chiếu',
      'Thêm',
    ])
    const keys = await page.locator('.toolbar kbd:visible').allTextContents()
    expect(keys).toEqual(['F5', 'PgUp', 'PgDn', 'M', 'S', 'O', '/', 'B', 'H'])
    for (const [width, height] of [
      [1280, 720],
      [1366, 650],
      [1920, 1080],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.mouse.move(310, 300)
      const { foot, bar } = await edges(page)
      expect(bar, `${width} × ${height}`).toBeGreaterThanOrEqual(foot.bottom)
      const row = await page.locator('.toolbar').evaluate((bar) => ({
        wide: bar.scrollWidth,
        room: bar.clientWidth,
        tops: new Set(
          [...bar.querySelectorAll('button')]
            .filter((one) => one.checkVisibility())
            .map((one) => one.getBoundingClientRect().top),
        ).size,
      }))
      expect(row.wide).toBeLessThanOrEqual(row.room)
      expect(row.tops).toBe(1)
    }
    await page.setViewportSize({ width: 1280, height: 720 })
    expect(await violations(page)).toEqual([])

    // A pointer at rest that is reported again moves nothing.
    const report = (x: number) =>
      page.evaluate((x) => {
        dispatchEvent(new PointerEvent('pointermove', { screenX: x, pointerType: 'mouse' }))
      }, x)
    await report(5)
    await page.keyboard.press('Home')
    expect(await isSeen(page)).toBe(false)
    await report(5)
    expect(await isSeen(page)).toBe(false)
    await report(6)
    expect(await isSeen(page)).toBe(true)

    // In full screen it is gone at once, however that was begun.
    await page.getByRole('button', { name: 'Bắt đầu trình chiếu' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => isFull(page)).toBe(true)
    await expect.poll(() => isSeen(page)).toBe(false)
    await page.keyboard.press('Tab')
    await expect.poll(() => isSeen(page)).toBe(true)
    expect((await buttons(page))[0]).toBe('Thoát toàn màn hình')
    await page.keyboard.press('PageDown')
    expect(await isSeen(page)).toBe(false)
    expect(complaints).toEqual([])
  })

  test('what is asked for before a talk is two presses away, in sight without scrolling', async () => {
    await page.evaluate(() => document.exitFullscreen())
    await expect.poll(() => isFull(page)).toBe(false)
    for (const [width, height] of [
      [1280, 720],
      [740, 360],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.mouse.move(300, 200, { steps: 2 })
      await page.getByRole('button', { name: 'Thêm' }).click()
      const names = [
        'Chế độ đọc trước',
        'Soạn bản riêng',
        'Đề cương',
        'Trang kiểm tra',
        'Hướng dẫn',
      ]
      const wanted = [
        ...names.map((name) => page.locator('#help').getByRole('link', { name })),
        page.locator('#help [data-command="print"]'),
        page.locator('#help [data-command="scheme"]'),
      ]
      for (const one of wanted) {
        const box = await one.boundingBox()
        expect(box?.y).toBeGreaterThan(0)
        expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
      }
      await page.keyboard.press('Escape')
    }
    // Whether the host has the pages is asked in the meantime; leaving would break that off.
    const answers = ['review', 'outline'].map((name) => page.waitForResponse(`**/${name}.html`))
    await page.keyboard.press('h')
    await Promise.all(answers)
    await page.getByRole('link', { name: 'Soạn bản riêng' }).click()
    await page.waitForSelector('.version-editor:not([hidden])')
    expect(await page.locator('.edit-version').getAttribute('aria-expanded')).toBe('true')
    expect(new URL(page.url()).hash).toBe('')
    expect(complaints).toEqual([])
  })
})

describe('with a finger', () => {
  let page: Page
  beforeAll(async () => {
    const viewport = { width: 360, height: 740 }
    ;({ page } = await open('/', { hasTouch: true, isMobile: true, viewport }))
  })
  afterAll(() => page.context().close())

  test('a phone held upright has the menu too, without what only a presentation needs', async () => {
    await page.waitForSelector('.toolbar:not([hidden])', { state: 'attached' })
    await page.touchscreen.tap(150, 300)
    expect(await buttons(page)).toEqual(['Mục lục', 'Tìm', 'Thêm'])
    await page.getByRole('button', { name: 'Thêm' }).tap()
    await page.getByRole('dialog', { name: 'Mọi lệnh và phím' }).waitFor()
    expect(await buttons(page, '.menu')).toEqual([
      'Chế độ đọc trước',
      'Soạn bản riêng',
      'In / Tải về',
      'Nền tối',
      'Đề cương: đọc, chép, in',
      'Trang kiểm tra',
      'Hướng dẫn',
      'Mục lục',
      'Tìm',
    ])
  })

  test('turned, a tap shows four buttons and «Thêm» in one row, over the foot and nothing else', async () => {
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 740, height: 360 })
    await presents(page)
    await page.evaluate(() => {
      location.hash = '#/con-so'
    })
    await page.waitForSelector('#con-so.present')
    expect(await isSeen(page)).toBe(false)
    await page.touchscreen.tap(300, 150)
    expect(await isSeen(page)).toBe(true)
    expect(await buttons(page)).toEqual([
      'Bắt đầu trình chiếu',
      'Trang trước',
      'Trang sau',
      'Mục lục',
      'Thêm',
    ])
    const { main, foot, bar } = await edges(page)
    expect(bar).toBeGreaterThanOrEqual(main)
    expect(bar).toBeLessThanOrEqual(foot.top)
    const sizes = await page
      .locator('.toolbar button:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
    await page.getByRole('button', { name: 'Thêm' }).tap()
    expect(await page.getByRole('dialog', { name: 'Mọi lệnh và phím' }).isVisible()).toBe(true)
  })
})
